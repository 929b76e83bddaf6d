/** How well this page follows its session, for whoever shows what may be out of date. */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';

import type { FeedState } from '#lib/live-feed/create-live-feed.ts';

export type FeedConnection = {
  state: FeedState;
  /** Tries again now. */
  retry: () => void;
};

const unconnected: FeedConnection = { state: 'connecting', retry: () => undefined };

const connectionQuery = queryOptions<FeedConnection>({
  queryKey: ['feed-connection'],
  queryFn: () => Promise.resolve(unconnected),
  initialData: () => unconnected,
  staleTime: 'static',
  gcTime: Infinity,
});

/** `stale` means that what is on screen may be out of date. */
export const useFeedConnection = (): FeedConnection => useQuery({ ...connectionQuery, enabled: false }).data;

export const setFeedConnection = (cache: QueryClient, connection: FeedConnection): void => {
  cache.setQueryData<FeedConnection>(connectionQuery.queryKey, connection);
};
