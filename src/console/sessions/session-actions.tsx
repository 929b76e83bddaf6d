import { useNavigate } from 'react-router';

import type { AgentSession } from '#contract/agent-session.ts';
import { startPlannedSession } from '#contract/endpoints/agent.ts';
import { reopenSession } from '#contract/endpoints/engagement.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

type SessionActionsProps = { session: AgentSession; onOpen: (open: Open) => void };

/** What is done to the whole of a session. */
export const SessionActions = ({ session: { sessionId, state, participants, links }, onOpen }: SessionActionsProps) => {
  const text = useText();
  const words = useFailureWords();
  const { ask } = useConsole();
  const navigate = useNavigate();
  const params = { sessionId };
  const name = participants[0]?.name ?? '';
  const showLink = ({ url }: { url: string | null }) =>
    onOpen(url === null ? null : { kind: 'link', name, url, next: null });
  const reopen = useStep(sessionId, {
    take: (_: null, key) => ask(reopenSession, null, { params, key }),
    done: text('console-session.reopen-done'),
    onDone: showLink,
  });
  const start = useStep(sessionId, {
    take: (_: null, key) => ask(startPlannedSession, null, { params, key }),
    done: text('console-session.start-planned-done'),
    onDone: ({ sessionId: started, url }) => {
      // Note: what was planned for a customer who was here before goes on in their earlier session.
      if (started !== sessionId) void navigate(`/sessions/${started}`);
      showLink({ url });
    },
  });
  const error = start.error ?? reopen.error;
  return (
    <>
      {state === 'planned' && (
        <>
          <Button variant="primary" busy={start.isPending} onClick={() => start.mutate(null)}>
            <Text id="console-session.start-planned" />
          </Button>
          <Button onClick={() => onOpen({ kind: 'plan' })}>
            <Text id="console-session.plan" />
          </Button>
          <Button onClick={() => onOpen({ kind: 'cancel-plan' })}>
            <Text id="console-session.cancel-plan" />
          </Button>
        </>
      )}
      {/* Note: without a link it was only planned, and is given up or went on elsewhere. */}
      {state === 'ended' && links.length > 0 && (
        <Button busy={reopen.isPending} onClick={() => reopen.mutate(null)}>
          <Text id="console-session.reopen" />
        </Button>
      )}
      {state === 'open' && (
        <Button variant="secondary" onClick={() => onOpen({ kind: 'end' })}>
          <Text id="console-session.end" />
        </Button>
      )}
      {error && (
        <Notice tone="danger" label={text('console.not-saved')} live>
          {words(error)}
        </Notice>
      )}
    </>
  );
};
