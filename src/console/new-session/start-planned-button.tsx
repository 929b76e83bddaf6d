import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { StartedSession } from '#contract/agent.ts';
import { startPlannedSession } from '#contract/endpoints/agent.ts';
import type { SessionId } from '#contract/ids.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { StartFailure } from '#console/new-session/start-failure.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';

type StartPlannedButtonProps = { sessionId: SessionId; onStarted: (session: StartedSession) => void };

/** What was planned begins; what keeps it from that is said here. */
export const StartPlannedButton = ({ sessionId, onStarted }: StartPlannedButtonProps) => {
  const { ask } = useConsole();
  const cache = useQueryClient();
  const intent = useIntent();
  const start = useMutation({
    mutationFn: () => ask(startPlannedSession, null, { params: { sessionId }, key: intent.keyFor(sessionId) }),
    onSuccess: async (session) => {
      onStarted(session);
      await cache.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <>
      {start.error && <StartFailure error={start.error} />}
      <div>
        <Button variant="primary" busy={start.isPending} onClick={() => start.mutate()}>
          <Text id="console-new-session.start-planned" />
        </Button>
      </div>
    </>
  );
};
