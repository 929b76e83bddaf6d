import { useMutation, useQueryClient } from '@tanstack/react-query';

import { cancelMessage, retryMessage } from '#contract/endpoints/outbox.ts';
import type { ListedMessage } from '#contract/outbox.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { outboxKey } from '#console/outbox/outbox-query.ts';

const endpoints = { retry: retryMessage, cancel: cancelMessage };

/** Sends a message now, or keeps it from being sent. `onSteered` gets it as it is then; what failed is looked at anew as well. */
export function useSteerMessage({ sessionId, id }: ListedMessage, onSteered: (message: ListedMessage) => void) {
  const { ask } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (what: keyof typeof endpoints) => ask(endpoints[what], null, { params: { sessionId, messageId: id } }),
    onSuccess: onSteered,
    onSettled: () => cache.invalidateQueries({ queryKey: outboxKey }),
  });
}
