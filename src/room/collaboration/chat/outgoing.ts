/**
 * What the customer wrote and the backend has not confirmed. Each is a mutation with its own key, so it waits while the device is
 * offline, is tried again without being doubled, and stays in sight until it is sent or removed.
 */
import { useEffect, useEffectEvent } from 'react';
import { type Mutation, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';

import { sendMessage } from '#contract/endpoints/message.ts';
import { type IdempotencyKey, idempotencyKeySchema } from '#contract/ids.ts';
import type { Message } from '#contract/message.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { isRetryable, isUncertain } from '#lib/api/failures.ts';
import { applyMessage } from '#lib/session-client/messages-data.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useFeedConnection } from '#lib/session-client/feed-connection.ts';

const draftSchema = z.object({ text: z.string(), key: idempotencyKeySchema });
type Draft = z.infer<typeof draftSchema>;
export type OutgoingMessage = Draft & {
  state: 'sending' | 'waiting' | 'failed';
  error: Error | null;
};

const mutationKey = ['send-message'] as const;

/** `send` keeps the words until they arrived; `resend` uses the same key, so nothing arrives twice. */
export function useSendMessage() {
  const client = useSessionClient();
  const queryClient = useQueryClient();
  const { mutate } = useMutation<Message, Error, Draft>({
    mutationKey,
    mutationFn: ({ text, key }) => client.call(sendMessage, { text }, { key }),
    onSuccess: (message) => {
      applyMessage(queryClient, message);
    },
    // Note: one after the other, or two written quickly could arrive the wrong way round.
    scope: { id: mutationKey[0] },
    retry: (failures, error) => failures < 2 && isUncertain(error),
    gcTime: Infinity,
  });
  const forget = (key: IdempotencyKey) => {
    const cache = queryClient.getMutationCache();
    for (const mutation of cache.findAll({ mutationKey, status: 'error' })) {
      if (readDraft(mutation)?.key === key) cache.remove(mutation);
    }
  };
  return {
    send: (text: string) => {
      mutate({ text, key: createKey() });
    },
    resend: ({ text, key }: Draft) => {
      forget(key);
      mutate({ text, key });
    },
    discard: forget,
  };
}

/** In the order they were written; those that the live feed brought back already are left out. */
export function useOutgoing(arrived: readonly Message[]): OutgoingMessage[] {
  const outgoing = useMutationState({
    filters: { mutationKey, predicate: ({ state: { status } }) => status === 'pending' || status === 'error' },
    select: toOutgoing,
  });
  return outgoing.filter(
    (message): message is OutgoingMessage => message !== null && arrived.every(({ key }) => key !== message.key),
  );
}

/** When the page is up to date again, what failed only for want of a connection goes out by itself. */
export function useResendWhenLive(outgoing: readonly OutgoingMessage[]): void {
  const { state } = useFeedConnection();
  const { resend } = useSendMessage();
  const isLive = state === 'live';

  // Note: only coming back is the moment; a failure while live waits for the customer, or it would go round for ever.
  const resendFailed = useEffectEvent(() => {
    for (const message of outgoing) {
      if (message.state === 'failed' && isRetryable(message.error)) resend(message);
    }
  });
  useEffect(() => {
    if (isLive) resendFailed();
  }, [isLive]);
}

function toOutgoing(mutation: Mutation): OutgoingMessage | null {
  const draft = readDraft(mutation);
  const { status, isPaused, error } = mutation.state;
  if (!draft) return null;
  if (status === 'error') return { ...draft, state: 'failed', error };
  return { ...draft, state: isPaused ? 'waiting' : 'sending', error: null };
}

const readDraft = ({ state: { variables } }: Mutation): Draft | undefined => draftSchema.safeParse(variables).data;
