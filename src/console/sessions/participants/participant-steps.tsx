import type { AgentSession } from '#contract/agent-session.ts';
import { resendToParticipant } from '#contract/endpoints/participation.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { listParticipantSteps, type Participant } from '#console/sessions/participants/participant.ts';
import styles from '#console/sessions/session-detail.module.css';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type ParticipantStepsProps = { session: AgentSession; participant: Participant; onOpen: (open: Open) => void };

/** What is done about one of those who take part. A link to copy is another one of theirs; what they have already works on. */
export const ParticipantSteps = ({ session, participant, onOpen }: ParticipantStepsProps) => {
  const text = useText();
  const words = useFailureWords();
  const { ask } = useConsole();
  const { sessionId } = session;
  const { name } = participant;
  const params = { sessionId, participantId: participant.id };
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (_: null, key) => ask(resendToParticipant, null, { params, key }),
    done: text(session.allows.invitations ? 'console-session.resend-done' : 'console-session.copy-link-done', { name }),
    onDone: ({ url }) => url !== null && onOpen({ kind: 'link', name, url, next: null }),
  });
  return (
    <>
      <div className={styles['steps']}>
        {listParticipantSteps(session, participant).map((step) => (
          <Button
            key={step}
            variant="quiet"
            busy={(step === 'resend' || step === 'copy-link') && isPending}
            aria-label={text('console-session.step-of', { step: text(`console-session.${step}`), title: name })}
            onClick={() =>
              step === 'resend' || step === 'copy-link' ? mutate(null) : onOpen({ kind: step, participant })
            }
          >
            <Text id={`console-session.${step}`} />
          </Button>
        ))}
      </div>
      {error && (
        <Notice tone="danger" label={text('console.not-saved')} live>
          {words(error)}
        </Notice>
      )}
    </>
  );
};
