import { type ReactNode, useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import { resolveSigningMode } from '#domain/esign-fields.ts';
import { mayHandOver } from '#domain/hand-over.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useOpenEntry, usePolicy, useSession } from '#lib/session-client/session-data.ts';
import { DeclineDialog } from '#room/esign/decline-dialog.tsx';
import { DocumentPart } from '#room/esign/document-part.tsx';
import { EndMarker } from '#room/esign/end-marker.tsx';
import { EsignProvider } from '#room/esign/esign-context.tsx';
import styles from '#room/esign/esign-editor.module.css';
import { EsignIntro } from '#room/esign/esign-intro.tsx';
import { ConflictNotice, ReturnedNotice, SaveStatus } from '#room/esign/esign-notices.tsx';
import { GuideBar } from '#room/esign/guide-bar.tsx';
import { HandOverDialog } from '#room/esign/hand-over-dialog.tsx';
import { listOpenItems, resolveNextItem } from '#room/esign/list-open-items.ts';
import { ReasonSelect } from '#room/esign/reason-select.tsx';
import { SigningSheet } from '#room/esign/sheet/signing-sheet.tsx';
import { suggestMark } from '#room/esign/sheet/suggest-mark.ts';
import { SubmitProblem } from '#room/esign/submit-problem.tsx';
import { useEsignWork } from '#room/esign/use-esign-work.ts';
import { useLastControl } from '#room/esign/use-last-control.ts';
import { useLoadOthersDraft } from '#room/esign/use-load-others-draft.ts';
import { useMarking } from '#room/esign/use-marking.ts';
import { useOpenDocument } from '#room/esign/use-open-document.ts';
import { useZoom } from '#room/esign/use-zoom.ts';

/** `top`: what it is a step of. */
type EsignEditorProps = { interaction: EsignSummary; content: EsignContent; top: ReactNode };

/** The document with its fields, the bar that leads through them, and what opens over it. */
export const EsignEditor = ({ interaction, content, top }: EsignEditorProps) => {
  const { fields } = content;
  const { title } = interaction;
  const { draft, saver, work, rules, submission, onDone } = useEsignWork(content);
  const loadOthers = useLoadOthersDraft(interaction, draft, saver);
  const documentState = useOpenDocument(content);
  const isOpen = documentState.kind === 'open';
  const zoom = useZoom();
  const marking = useMarking(fields, draft);
  const { ref: workRef, id: lastControl } = useLastControl();
  const [isDeclining, setDeclining] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const policy = usePolicy();
  const { company, name } = usePeople();
  const items = listOpenItems(fields, work, rules);

  return (
    <EsignProvider value={{ draft, fields, company, onMark: marking.open }}>
      <div className={styles['screen']}>
        <EsignIntro
          interaction={interaction}
          content={content}
          company={company}
          top={top}
          onDecline={content.canDecline ? () => setDeclining(true) : null}
          // Note: a step goes to somebody else with all of it.
          onHandOver={top === undefined && mayHandOver(interaction, policy) ? () => setHandingOver(true) : null}
        >
          <ReturnedNotice interaction={interaction} />
          <ConflictNotice saver={saver} onLoad={loadOthers} />
        </EsignIntro>
        <div ref={workRef} className={styles['work']}>
          <DocumentPart state={documentState} content={content} title={title} zoom={zoom.value} />
          {isOpen && rules.requireReview && <EndMarker isReviewed={work.reviewed} onReached={draft.markReviewed} />}
          <ReasonSelect reasons={rules.signingReasons} chosen={work.signingReason} onChoose={draft.setSigningReason} />
        </div>
        <SubmitProblem submission={submission} fields={fields} />
        <GuideBar
          mode={resolveSigningMode(fields)}
          items={items}
          next={resolveNextItem(items, fields, lastControl)}
          zoom={zoom}
          status={<SaveStatus saver={saver} />}
          isReady={isOpen}
          submission={submission}
        />
      </div>
      {marking.field && (
        <SigningSheet
          kind={marking.field.kind}
          adopted={work.marks[marking.field.kind]}
          suggestion={suggestMark(marking.field.kind, name)}
          places={marking.places}
          onUse={marking.use}
          onRemove={marking.remove}
          onClose={marking.close}
        />
      )}
      {isHandingOver && (
        <HandOverDialog content={content} title={title} onDone={onDone} onClose={() => setHandingOver(false)} />
      )}
      {isDeclining && (
        <DeclineDialog
          content={content}
          title={title}
          company={company}
          onDone={onDone}
          onClose={() => setDeclining(false)}
        />
      )}
    </EsignProvider>
  );
};

/** Who asks, and who signs. */
function usePeople(): { company: string; name: string } {
  const text = useText();
  const { branding } = useOpenEntry();
  const { agentName, participants, you } = useSession();
  return {
    company: branding.companyName ?? agentName ?? text('esign.someone'),
    name: participants.find(({ id }) => id === you)?.name ?? '',
  };
}
