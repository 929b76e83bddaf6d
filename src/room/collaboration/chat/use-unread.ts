/** How many of the others' messages the customer has not seen; remembered on this device, so a new visit does not start over. */
import { useEffect, useEffectEvent } from 'react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';

import type { Message } from '#contract/message.ts';
import { useMessages } from '#lib/session-client/messages-data.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { useIsOwn } from '#room/collaboration/chat/use-is-own.ts';
import { deviceStorage } from '#lib/storage/safe-storage.ts';

const seenSchema = z.int();
const storageKey = (client: SessionClient) => `chat-seen:${client.storageKey}`;

/** The sequence number of the newest message that was on screen. */
const seenQuery = (client: SessionClient) =>
  queryOptions<number>({
    queryKey: ['chat-seen'],
    queryFn: () => 0,
    initialData: () => seenSchema.safeParse(deviceStorage.read(storageKey(client))).data ?? 0,
    staleTime: 'static',
    gcTime: Infinity,
  });

export function useUnread(): Message[] {
  const { messages = [] } = useMessages();
  const { data: seen } = useQuery({ ...seenQuery(useSessionClient()), enabled: false });
  const isOwn = useIsOwn();
  return messages.filter((message) => !isOwn(message) && message.seq > seen);
}

/** For whatever shows the messages: what is shown on a page that is looked at counts as seen. */
export function useMarkSeen(): void {
  const client = useSessionClient();
  const queryClient = useQueryClient();
  const { messages = [] } = useMessages();
  const newest = messages.at(-1)?.seq ?? 0;

  const mark = useEffectEvent(() => {
    const { queryKey } = seenQuery(client);
    const seen = queryClient.getQueryData(queryKey) ?? 0;
    if (document.visibilityState !== 'visible' || newest <= seen) return;
    queryClient.setQueryData(queryKey, newest);
    deviceStorage.write(storageKey(client), newest);
  });

  useEffect(() => {
    mark();
  }, [newest]);

  useEffect(() => {
    const onVisible = () => {
      mark();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);
}
