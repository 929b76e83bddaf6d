import { useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import { resolveSigningMode } from '#domain/esign-fields.ts';
import { toSigningRules } from '#domain/esign-submission.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useOpenEntry, usePolicy, useSession } from '#lib/session-client/session-data.ts';
import { deviceStorage, visitStorage } from '#lib/storage/safe-storage.ts';
import { DeclineDialog } from '#room/esign/decline-dialog.tsx';
import { DocumentPart } from '#room/esign/document-part.tsx';
import { EndMarker } from '#room/esign/end-marker.tsx';
import { EsignProvider, useWork } from '#room/esign/esign-context.tsx';
import { createEsignDraftStore } from '#room/esign/esign-draft-store.ts';
import { EsignIntro } from '#room/esign/esign-intro.tsx';
import { ConflictNotice, ReturnedNotice, SaveStatus } from '#room/esign/esign-notices.tsx';
import { reasonControlId, toControlId, endControlId } from '#room/esign/fields/field-id.ts';
import { GuideBar } from '#room/esign/guide-bar.tsx';
import { listOpenItems, resolveNextItem } from '#room/esign/list-open-items.ts';
import { ReasonSelect } from '#room/esign/reason-select.tsx';
import { SigningSheet } from '#room/esign/sheet/signing-sheet.tsx';
import { SubmitProblem } from '#room/esign/submit-problem.tsx';
import { useDraftSaver } from '#room/esign/use-draft-saver.ts';
import { useLastControl } from '#room/esign/use-last-control.ts';
import { useLoadOthersDraft } from '#room/esign/use-load-others-draft.ts';
import { useMarking } from '#room/esign/use-marking.ts';
import { useOpenDocument } from '#room/esign/use-open-document.ts';
import { useSign } from '#room/esign/use-sign.ts';
import { useZoom } from '#room/esign/use-zoom.ts';
import { toInitials } from '#room/esign/sheet/to-initials.ts';
import styles from '#room/esign/esign-editor.module.css';

type EsignEditorProps = { interaction: EsignSummary; content: EsignContent };

export const EsignEditor = ({ interaction, content }: EsignEditorProps) => {
  const text = useText();
  const { storageKey } = useSessionClient();
  const [draft] = useState(() =>
    createEsignDraftStore(content, { device: deviceStorage, visit: visitStorage, storageKey }),
  );
  const saver = useDraftSaver(content, draft);
  const work = useWork(draft, (state) => state);
  const rules = toSigningRules(usePolicy());
  const documentState = useOpenDocument(content);
  const zoom = useZoom();
  const marking = useMarking(content.fields, draft);
  const lastControl = useLastControl();
  const [isDeclining, setDeclining] = useState(false);
  const { branding } = useOpenEntry();
  const signer = useSession();
  const company = branding.companyName ?? signer.agentName ?? text('esign.someone');
  const name = signer.participants.find(({ id }) => id === signer.you)?.name ?? '';

  const onDone = () => {
    saver.stop();
    draft.forget();
  };
  const submission = useSign(content, onDone);
  const loadOthers = useLoadOthersDraft(interaction, draft, saver);

  const items = listOpenItems(content.fields, work, rules);
  const order = [...content.fields.map(({ id }) => toControlId(id)), endControlId, reasonControlId];
  const submit = () => {
    saver.hold();
    submission.mutate({
      revision: content.revision,
      documentSha256: content.document.sha256,
      values: work.values,
      signature: work.marks.signature,
      initials: work.marks.initials,
      signingReason: rules.signingReasons.length > 0 ? work.signingReason : null,
      reviewed: work.reviewed,
    });
  };

  return (
    <EsignProvider value={{ draft, fields: content.fields, company, onMark: marking.open }}>
      <div className={styles['screen']}>
        <EsignIntro
          interaction={interaction}
          content={content}
          company={company}
          onDecline={content.canDecline ? () => setDeclining(true) : null}
        >
          <ReturnedNotice interaction={interaction} />
          <ConflictNotice saver={saver} onLoad={loadOthers} />
        </EsignIntro>
        <div ref={lastControl.ref} className={styles['work']}>
          <DocumentPart state={documentState} content={content} title={interaction.title} zoom={zoom.value} />
          {documentState.kind === 'open' && <EndMarker isReviewed={work.reviewed} onReached={draft.markReviewed} />}
          <ReasonSelect reasons={rules.signingReasons} chosen={work.signingReason} onChoose={draft.setSigningReason} />
        </div>
        <SubmitProblem submission={submission} fields={content.fields} onRetry={submit} />
        <GuideBar
          mode={resolveSigningMode(content.fields)}
          items={items}
          next={resolveNextItem(items, order, lastControl.id)}
          zoom={zoom}
          status={<SaveStatus saver={saver} />}
          isBusy={submission.isPending}
          isReady={documentState.kind === 'open'}
          onSubmit={submit}
        />
      </div>
      {marking.field && (
        <SigningSheet
          kind={marking.field.kind}
          adopted={work.marks[marking.field.kind]}
          suggestedName={marking.field.kind === 'signature' ? name : toInitials(name)}
          places={marking.places}
          onUse={marking.use}
          onRemove={marking.remove}
          onClose={marking.close}
        />
      )}
      {isDeclining && (
        <DeclineDialog
          content={content}
          title={interaction.title}
          company={company}
          onDone={onDone}
          onClose={() => setDeclining(false)}
        />
      )}
    </EsignProvider>
  );
};
