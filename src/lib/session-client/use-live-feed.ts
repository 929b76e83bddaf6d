/** Follows the session live for as long as the customer is inside, and puts what it hears where screens read it. */
import { useEffect, useEffectEvent } from 'react';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import { getEntry, getFeed } from '#contract/endpoints/entry.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import { createLiveFeed, type FeedEndCode, type FeedState } from '#lib/live-feed/create-live-feed.ts';
import { applyMessage, refreshMessages } from '#lib/session-client/messages-data.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { applyAgentActivity, applySession, readSession } from '#lib/session-client/session-data.ts';

export type FeedConnection = {
  state: FeedState;
  /** Tries again now. */
  retry: () => void;
};

const connectionQuery = queryOptions<FeedConnection>({
  queryKey: ['feed-connection'],
  queryFn: () => Promise.resolve(unconnected),
  initialData: () => unconnected,
  staleTime: 'static',
  gcTime: Infinity,
});

const unconnected: FeedConnection = { state: 'connecting', retry: () => undefined };

/** How well the page follows the session: `stale` means that what is on screen may be out of date. */
export const useFeedConnection = (): FeedConnection => useQuery({ ...connectionQuery, enabled: false }).data;

/** Once, in the layout of everything behind the gates. `onEnd`: the backend lets this visit follow no longer. */
export function useLiveFeed({ onEnd }: { onEnd: (code: FeedEndCode) => void }): void {
  const queryClient = useQueryClient();
  const sessionClient = useSessionClient();
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    const feed = createLiveFeed({
      open: (after, signal) => sessionClient.send(getFeed, { query: { after: String(after) }, signal }),
      after: readSession(queryClient)?.seq ?? 0,
      onEvent: (event) => {
        applyEvent(queryClient, event);
      },
      onStateChange: (state) => {
        queryClient.setQueryData<FeedConnection>(connectionQuery.queryKey, { state, retry: feed.nudge });
      },
      onEnd: (code) => {
        end(code);
      },
      onUnreadable: () => {
        askInstead(queryClient, sessionClient).catch(() => undefined);
      },
    });
    const nudge = () => {
      if (document.visibilityState === 'visible') feed.nudge();
    };
    feed.start();
    addEventListener('online', nudge);
    addEventListener('pageshow', nudge);
    document.addEventListener('visibilitychange', nudge);
    return () => {
      feed.stop();
      removeEventListener('online', nudge);
      removeEventListener('pageshow', nudge);
      document.removeEventListener('visibilitychange', nudge);
    };
  }, [queryClient, sessionClient]);
}

function applyEvent(queryClient: QueryClient, event: LiveEvent): void {
  switch (event.kind) {
    case 'session':
      applySession(queryClient, event.session);
      return;
    case 'message':
      applyMessage(queryClient, event.message);
      return;
    case 'presence':
      applyAgentActivity(queryClient, event.agentActivity);
      return;
  }
}

/** Some browsers cannot stream through a service worker: the same news by plain requests. A failure is left to the next attempt. */
async function askInstead(queryClient: QueryClient, sessionClient: SessionClient): Promise<void> {
  const [entry] = await Promise.all([sessionClient.call(getEntry, null), refreshMessages(queryClient)]);
  if (entry.kind !== 'open') return;
  applySession(queryClient, entry.session);
  applyAgentActivity(queryClient, entry.agentActivity);
}
