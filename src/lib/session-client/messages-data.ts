/**
 * Chat in the query cache: what was asked for once, and what the live feed and the customer's own sending brought since. Kept
 * apart, so that an answer under way never loses a message that overtook it.
 */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';

import { listMessages } from '#contract/endpoints/message.ts';
import type { Message } from '#contract/message.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';

const askedKey = ['messages', 'asked'] as const;
const arrivedKey = ['messages', 'arrived'] as const;

export const messagesQuery = (client: SessionClient) =>
  queryOptions({
    queryKey: askedKey,
    queryFn: async ({ signal }): Promise<Message[]> => (await client.call(listMessages, null, { signal })).messages,
    staleTime: Infinity,
    gcTime: Infinity,
  });

const arrivedQuery = queryOptions<Message[]>({
  queryKey: arrivedKey,
  queryFn: () => Promise.resolve([]),
  initialData: [],
  staleTime: 'static',
  gcTime: Infinity,
});

/** Adds a message that arrived by itself or was just sent; one that is known already changes nothing. */
export function applyMessage(queryClient: QueryClient, message: Message): void {
  queryClient.setQueryDefaults(arrivedKey, { gcTime: Infinity });
  queryClient.setQueryData<Message[]>(arrivedKey, (known = []) => mergeMessages(known, [message]));
}

/** Asks again for everything: for when the live feed cannot be relied on. */
export const refreshMessages = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: askedKey });

/** Oldest first, each once. */
export function mergeMessages(known: readonly Message[], added: readonly Message[]): Message[] {
  const byId = new Map([...known, ...added].map((message) => [message.id, message]));
  return [...byId.values()].sort((one, other) => one.seq - other.seq);
}

/** `messages` undefined while they were never read; then they stay readable whatever fails. */
export function useMessages() {
  const { data, error, isFetching, refetch } = useQuery(messagesQuery(useSessionClient()));
  const { data: arrived } = useQuery({ ...arrivedQuery, enabled: false });
  return {
    messages: data && mergeMessages(data, arrived),
    error,
    isFetching,
    retry: () => {
      void refetch();
    },
  };
}
