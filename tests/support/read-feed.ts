import { createParser } from 'eventsource-parser';

import { type AgentLiveEvent, agentLiveEventSchema } from '#contract/agent-live-event.ts';
import { getAgentFeed } from '#contract/endpoints/agent-session.ts';
import { getFeed } from '#contract/endpoints/entry.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import type { Caller } from '#tests/support/start-session.ts';

/** Follows a feed one event at a time. `next` waits; null = the backend closed it. */
export const openFeed = async (customer: Caller, query = '') =>
  readFeed(await customer(getFeed, { query }), (json) => liveEventSchema.parse(json));

/** The same, as somebody who works on the session. */
export const openAgentFeed = async (agent: Caller, sessionId: string, query = '') =>
  readFeed(await agent(getAgentFeed, { params: { sessionId }, query }), (json) => agentLiveEventSchema.parse(json));

function readFeed<Event extends LiveEvent | AgentLiveEvent>(response: Response, parse: (json: unknown) => Event) {
  if (!response.ok || !response.body) throw new Error(`Failed to open the feed: ${response.status}`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const waiting: Event[] = [];
  let comments = 0;
  const parser = createParser({
    onEvent: ({ id, data }) => {
      const event = parse(JSON.parse(data));
      if ('seq' in event && id !== String(event.seq)) throw new Error(`Failed to read ${data}: its id is ${id}.`);
      waiting.push(event);
    },
    onComment: () => {
      comments += 1;
    },
  });

  const next = async (): Promise<Event | null> => {
    for (;;) {
      const event = waiting.shift();
      if (event) return event;
      const { done, value } = await reader.read();
      if (done) return null;
      parser.feed(decoder.decode(value, { stream: true }));
    }
  };
  return {
    response,
    next,
    /** Events as words, up to and including the session that closes a batch: `message Hello`, `session 3`. */
    nextBatch: async (): Promise<string[]> => {
      const words: string[] = [];
      for (;;) {
        const event = await next();
        words.push(event ? nameEvent(event) : 'closed');
        if (!event || event.kind === 'session') return words;
      }
    },
    /** Takes what is there, as a reader at rest does. */
    read: () => reader.read(),
    heartbeats: () => comments,
    cancel: () => reader.cancel(),
  };
}

export function nameEvent(event: LiveEvent | AgentLiveEvent): string {
  switch (event.kind) {
    case 'session':
      return `session ${event.seq}`;
    case 'message':
      return `message ${event.message.text}`;
    case 'presence':
      return event.agentActivity;
    case 'typing':
      return `${event.name} types`;
  }
}
