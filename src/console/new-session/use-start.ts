import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { StartSessionInput } from '#contract/agent.ts';
import { startSession } from '#contract/endpoints/agent.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Started } from '#console/new-session/started.ts';
import type { StartTerms } from '#console/new-session/to-start-input.ts';
import { useIntent } from '#lib/session-client/use-intent.ts';

/** Pressed again after a lost answer, the same is started once. */
export function useStart({ embeddedSession }: StartTerms, onStarted: (started: Started) => void) {
  const { ask } = useConsole();
  const cache = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: async (input: StartSessionInput) => ({
      session: await ask(startSession, input, { key: intent.keyFor(input) }),
      input,
      isInvited: !embeddedSession,
    }),
    onSuccess: (started) => {
      intent.forget();
      onStarted(started);
    },
    onSettled: async () => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['start-terms'] }),
        cache.invalidateQueries({ queryKey: ['sessions'] }),
      ]);
    },
  });
}
