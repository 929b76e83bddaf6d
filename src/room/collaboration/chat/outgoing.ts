/**
 * What the customer wrote and the backend has not confirmed. Each is a mutation with its own key, so it waits while the device is
 * offline, is tried again without being doubled, and stays in sight until it is sent or removed.
 */
import { useEffect, useEffectEvent } from 'react';
import { type Mutation, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';

import { sendMessage } from '#contract/endpoints/message.ts';
import type { IdempotencyKey } from '#contract/ids.ts';
import type { Message } from '#contract/message.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { isRetryable, isUncertain } from '#lib/api/failures.ts';
import { applyMessage } from '#lib/session-client/messages-data.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useFeedConnection } from '#lib/session-client/feed-connection.ts';
import type { Attached } from '#room/collaboration/chat/attachments/attachment-task.ts';
import { discardAttached } from '#room/collaboration/chat/attachments/create-attachments.ts';
import { createKeptOutgoing, type OutgoingDraft, outgoingDraftSchema } from '#room/collaboration/chat/kept-outgoing.ts';

export type OutgoingMessage = OutgoingDraft & {
  state: 'sending' | 'waiting' | 'failed';
  error: Error | null;
};

const mutationKey = ['send-message'] as const;

/** `send` keeps the words until they arrived, also over a reload; `resend` uses the same key, so nothing arrives twice. */
export function useSendMessage() {
  const client = useSessionClient();
  const queryClient = useQueryClient();
  const kept = createKeptOutgoing(client.storageKey);
  const { mutate } = useMutation<Message, Error, OutgoingDraft>({
    mutationKey,
    mutationFn: ({ text, attachments, key }) =>
      client.call(sendMessage, { text, attachments: attachments.map(({ uploadId }) => uploadId) }, { key }),
    onSuccess: (message, { key }) => {
      kept.forget(key);
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
    send: (text: string, attachments: Attached[]) => {
      const draft = { text, attachments, key: createKey() };
      kept.keep(draft);
      mutate(draft);
    },
    resend: ({ text, attachments, key }: OutgoingDraft) => {
      forget(key);
      mutate({ text, attachments, key });
    },
    discard: ({ key, attachments }: OutgoingDraft) => {
      for (const { uploadId } of attachments) discardAttached(client, uploadId);
      kept.forget(key);
      forget(key);
    },
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

/** What was on its way when the page was reloaded goes out again, once. */
export function useResendKept(): void {
  const { storageKey } = useSessionClient();
  const cache = useQueryClient().getMutationCache();
  const { resend } = useSendMessage();

  const resendKept = useEffectEvent(() => {
    const known = cache.findAll({ mutationKey }).map((mutation) => readDraft(mutation)?.key);
    for (const draft of createKeptOutgoing(storageKey).list()) if (!known.includes(draft.key)) resend(draft);
  });
  useEffect(() => {
    resendKept();
  }, []);
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

const readDraft = ({ state: { variables } }: Mutation): OutgoingDraft | undefined =>
  outgoingDraftSchema.safeParse(variables).data;
