/** A live feed over a connection of its own, read by somebody who may stop reading for a while. */
import { type IncomingMessage, request } from 'node:http';

import { createParser } from 'eventsource-parser';

import { getFeed } from '#contract/endpoints/entry.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';

/** Nothing is taken from it before `read`. */
export async function followFeed(url: string, after: number) {
  const asked = request(`${new URL(url).origin}${getFeed.path}?after=${after}`, {
    agent: false,
    headers: { authorization: `Bearer ${readToken(url)}` },
  });
  // Note: whoever leaves, or is let go in the middle, hears of it by `close`.
  asked.on('error', () => undefined);
  asked.end();
  const response = await new Promise<IncomingMessage>((resolve) => {
    asked.once('response', resolve);
  });
  response.on('error', () => undefined);
  const closed = Promise.withResolvers<void>();
  response.once('close', closed.resolve);
  const events: LiveEvent[] = [];
  let heartbeats = 0;
  const parser = createParser({
    onEvent: ({ data }) => events.push(liveEventSchema.parse(JSON.parse(data))),
    onComment: () => {
      heartbeats += 1;
    },
  });
  response.setEncoding('utf8');

  return {
    events,
    heartbeats: () => heartbeats,
    /** Takes everything from now on. */
    read: () => {
      response.on('data', (text: string) => parser.feed(text));
    },
    /** When the other side has closed: true when it sent all of its answer. */
    closed: async (): Promise<boolean> => {
      await closed.promise;
      return response.complete;
    },
    leave: () => {
      asked.destroy();
    },
  };
}
