/** Follows one session live, and puts what it hears where the page reads it. */
import type { QueryClient } from '@tanstack/react-query';

import { type AgentLiveEvent, agentLiveEventSchema } from '#contract/agent-live-event.ts';
import type { AgentSession } from '#contract/agent-session.ts';
import { getAgentFeed } from '#contract/endpoints/agent-session.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import { keepNewer, sessionQuery } from '#console/sessions/session-detail-query.ts';
import { createLiveFeed, type FeedState } from '#lib/live-feed/create-live-feed.ts';
import { nudgeOnWake } from '#lib/live-feed/nudge-on-wake.ts';
import { createTypingNews } from '#lib/live-feed/typing-news.ts';
import { mergeMessages } from '#lib/session-client/messages-data.ts';

type Listener = {
  onStateChange: (state: FeedState) => void;
  /** Which customer is writing; null = nobody any more. */
  onTyping: (name: string | null) => void;
};

/** A session that was asked for before. Returns how to stop. */
export function followSession(
  cache: QueryClient,
  { ask, fetch }: Pick<ConsoleClient, 'ask' | 'fetch'>,
  sessionId: string,
  { onStateChange, onTyping }: Listener,
): () => void {
  const { queryKey } = sessionQuery({ ask }, sessionId);
  const change = (decide: (known: AgentSession) => AgentSession) => {
    cache.setQueryData<AgentSession>(queryKey, (known) => known && decide(known));
  };
  const typing = createTypingNews(onTyping);
  const apply = (event: AgentLiveEvent): void => {
    switch (event.kind) {
      case 'session':
        change((known) => keepNewer(known, { ...event.session, messages: known.messages }));
        return;
      case 'message':
        change((known) => ({ ...known, messages: mergeMessages(known.messages, [event.message]) }));
        if (event.message.from === 'customer') typing.end();
        return;
      case 'typing':
        typing.hear(event.name);
        return;
    }
  };
  const feed = createLiveFeed({
    schema: agentLiveEventSchema,
    endCodes: ['not-signed-in', 'not-allowed', 'not-found'],
    open: (after, signal) => fetch(getAgentFeed, { params: { sessionId }, query: { after: String(after) }, signal }),
    after: cache.getQueryData<AgentSession>(queryKey)?.seq ?? 0,
    onEvent: apply,
    onStateChange,
    onEnd: (code) => {
      // Note: what is not theirs to see any more must not stay on the page. Who is signed out leaves it anyway.
      if (code !== 'not-signed-in') void cache.resetQueries({ queryKey });
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
