import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { getFeed } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { liveEventSchema } from '#contract/live-event.ts';
import { createLiveFeed } from '#lib/live-feed/create-live-feed.ts';
import { NetworkError } from '#lib/api/failures.ts';
import { callerOf, listTexts, startTwoHosts, type TwoHosts } from '#tests/hosts/node/postgres/two-hosts.ts';
import { operatorToken } from '#tests/support/start-node-host.ts';

const sessionsAtOnce = 4;
const messagesEach = 20;

let hosts: TwoHosts;

beforeAll(async () => {
  hosts = await startTwoHosts();
});
afterAll(() => hosts.stop());

/** Follows as a customer's page does. */
function follow(origin: string, token: string) {
  const customer = callerOf(origin, token);
  const texts: string[] = [];
  const feed = createLiveFeed({
    schema: liveEventSchema,
    endCodes: [],
    open: async (after, signal) => {
      const response = await customer(getFeed, { query: `?after=${after}`, signal });
      if (!response.ok) throw new NetworkError();
      return response;
    },
    after: 1,
    onEvent: (event) => {
      if (event.kind === 'message') texts.push(event.message.text);
    },
    onStateChange: () => undefined,
  });
  feed.start();
  return { texts, stop: feed.stop };
}

type Said = { count: number; refused: number };

/** Writes without a pause, each message until it is acknowledged, with one key and by turns through both. */
async function write(endpoint: Pick<Endpoint, 'method' | 'path'>, credential: string, sessionId: string, said: Said) {
  const name = endpoint === sendMessage ? 'customer' : 'agent';
  const callers = [callerOf(hosts.one, credential), callerOf(hosts.other, credential)];
  const texts = Array.from({ length: messagesEach }, (_, index) => `${name} ${index}`);
  for (const text of texts) {
    const key = crypto.randomUUID();
    for (let attempt = 0; ; attempt += 1) {
      const response = await callers[attempt % 2]?.(endpoint, { params: { sessionId }, input: { text }, key });
      if (response?.ok) break;
      // Only this: an outage is never taken for a defect, and never for the customer's mistake.
      expect(response?.status).toBe(503);
      said.refused += 1;
    }
    said.count += 1;
  }
  return texts;
}

/** Cuts every connection of both hosts, listeners included, again and again at moments of its own. */
async function cutUntil(isDone: () => boolean, said: Said): Promise<number> {
  let cuts = 0;
  while (!isDone()) {
    const next = said.count + Math.ceil(Math.random() * 12);
    await expect.poll(() => said.count >= next || isDone(), { interval: 1, timeout: 20_000 }).toBe(true);
    cuts += await hosts.database.cutConnections();
  }
  return cuts;
}

describe('Two hosts whose connections to PostgreSQL are cut while many write', () => {
  it('have everything they said was done, once, in a log without a gap, and every page hears of it', async () => {
    const said: Said = { count: 0, refused: 0 };
    const sessions = await Promise.all(Array.from({ length: sessionsAtOnce }, () => hosts.startSession()));
    const followers = sessions.map(({ token }, index) => follow(index % 2 === 0 ? hosts.one : hosts.other, token));
    let isDone = false;
    const cutting = cutUntil(() => isDone, said);
    const written = await Promise.all(
      sessions.map(async ({ sessionId, token }) => {
        const sides = [
          write(sendMessage, token, sessionId, said),
          write(sendAgentMessage, operatorToken, sessionId, said),
        ];
        return (await Promise.all(sides)).flat();
      }),
    );
    isDone = true;
    expect(await cutting).toBeGreaterThan(20);
    expect(said.refused).toBeGreaterThan(0);

    for (const [index, { sessionId }] of sessions.entries()) {
      const { log, isIntact } = await hosts.readStored(sessionId);
      expect(isIntact).toBe(true);
      expect(listTexts(log).toSorted()).toEqual(written[index]?.toSorted());
      await expect.poll(() => followers[index]?.texts, { timeout: 20_000 }).toEqual(listTexts(log));
    }
    for (const { stop } of followers) stop();
  });
});
