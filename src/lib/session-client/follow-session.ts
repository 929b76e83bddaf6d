/** Follows one session live and puts what it hears where screens read it. A chunk of its own: the first screen needs none of it. */
import type { QueryClient } from '@tanstack/react-query';

import { getEntry, getFeed } from '#contract/endpoints/entry.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import { createLiveFeed, type FeedEndCode } from '#lib/live-feed/create-live-feed.ts';
import { setFeedConnection } from '#lib/session-client/feed-connection.ts';
import { applyMessage, refreshMessages } from '#lib/session-client/messages-data.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { applyAgentActivity, applySession, readSession } from '#lib/session-client/session-data.ts';

/** Returns how to stop. `onEnd`: the backend lets this visit follow no longer. */
export function followSession(cache: QueryClient, client: SessionClient, onEnd: (code: FeedEndCode) => void) {
  const feed = createLiveFeed({
    open: (after, signal) => client.send(getFeed, { query: { after: String(after) }, signal }),
    after: readSession(cache)?.seq ?? 0,
    onEvent: (event) => {
      applyEvent(cache, event);
    },
    onStateChange: (state) => {
      setFeedConnection(cache, { state, retry: feed.nudge });
    },
    onEnd,
    onUnreadable: () => {
      askInstead(cache, client).catch(() => undefined);
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
}

function applyEvent(cache: QueryClient, event: LiveEvent): void {
  switch (event.kind) {
    case 'session':
      applySession(cache, event.session);
      return;
    case 'message':
      applyMessage(cache, event.message);
      return;
    case 'presence':
      applyAgentActivity(cache, event.agentActivity);
      return;
  }
}

/** Some browsers cannot stream through a service worker: the same news by plain requests. A failure is left to the next attempt. */
async function askInstead(cache: QueryClient, client: SessionClient): Promise<void> {
  const [entry] = await Promise.all([client.call(getEntry, null), refreshMessages(cache)]);
  if (entry.kind !== 'open') return;
  applySession(cache, entry.session);
  applyAgentActivity(cache, entry.agentActivity);
}
