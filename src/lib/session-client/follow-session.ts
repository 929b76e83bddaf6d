/** Follows one session live and puts what it hears where screens read it. A chunk of its own: the first screen needs none of it. */
import type { QueryClient } from '@tanstack/react-query';

import { getEntry, getFeed } from '#contract/endpoints/entry.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import { createLiveFeed } from '#lib/live-feed/create-live-feed.ts';
import { nudgeOnWake } from '#lib/live-feed/nudge-on-wake.ts';
import { createTypingNews, type TypingNews } from '#lib/live-feed/typing-news.ts';
import { setFeedConnection } from '#lib/session-client/feed-connection.ts';
import { applyMessage, refreshMessages } from '#lib/session-client/messages-data.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { applyAgentActivity, applySession, readSession } from '#lib/session-client/session-data.ts';
import { setTyping } from '#lib/session-client/typing-data.ts';

const endCodes = [
  'link-unknown',
  'link-expired',
  'session-ended',
  'consent-required',
] as const satisfies readonly ErrorCode[];
export type FeedEndCode = (typeof endCodes)[number];

/** Returns how to stop. `onEnd`: the backend lets this visit follow no longer. */
export function followSession(cache: QueryClient, client: SessionClient, onEnd: (code: FeedEndCode) => void) {
  const typing = createTypingNews((name) => setTyping(cache, name));
  const feed = createLiveFeed({
    schema: liveEventSchema,
    endCodes,
    open: (after, signal) => client.send(getFeed, { query: { after: String(after), typing: '1' }, signal }),
    after: readSession(cache)?.seq ?? 0,
    onEvent: (event) => {
      applyEvent(cache, typing, event);
    },
    onStateChange: (state) => {
      setFeedConnection(cache, { state, retry: feed.nudge });
    },
    onEnd,
    onUnreadable: () => {
      askInstead(cache, client).catch(() => undefined);
    },
  });
  feed.start();
  const stopNudging = nudgeOnWake(feed);
  return () => {
    feed.stop();
    typing.end();
    stopNudging();
  };
}

function applyEvent(cache: QueryClient, typing: TypingNews, event: LiveEvent): void {
  switch (event.kind) {
    case 'session':
      applySession(cache, event.session);
      return;
    case 'message':
      applyMessage(cache, event.message);
      if (event.message.from === 'agent') typing.end();
      return;
    case 'presence':
      applyAgentActivity(cache, event.agentActivity);
      return;
    case 'typing':
      typing.hear(event.name);
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
