import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { getFeed } from '#contract/endpoints/entry.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { createFeedPlace } from '#lib/live-feed/feed-place.ts';
import { followFeed } from '#tests/support/follow-feed.ts';
import { metricsToken, readGauge } from '#tests/support/read-metrics.ts';
import { type NodeHost, operatorTeam, startNodeHost } from '#tests/support/start-node-host.ts';

/** As much as a message may hold: what nobody reads must not fit into the buffers of the system. */
const longText = '☃'.repeat(4_000);
const megabyte = 1_000_000;
const commits = 1_000;

let host: NodeHost;
beforeAll(async () => {
  host = await startNodeHost({
    settings: { metrics: { token: metricsToken }, limits: { trustedProxies: 0, areOn: false } },
  });
});
afterAll(() => host.stop());
afterEach(() => {
  vi.useRealTimers();
});

const startSession = () =>
  host.agent.startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [],
  });

const say = async ({ sessionId }: Awaited<ReturnType<typeof startSession>>, times: number) => {
  for (let time = 0; time < times; time += 1) await host.agent.sendMessage(sessionId, longText);
};

const expectFeeds = (count: number) =>
  expect.poll(() => readGauge(host.origin, 'room_live_feeds'), { timeout: 20_000 }).toBe(count);

/** The numbers of the messages that a page would show, in the order of their arrival. */
function listShown(events: readonly LiveEvent[]): number[] {
  const place = createFeedPlace(1);
  return events.filter((event) => place.isNews(event)).flatMap((event) => (event.kind === 'message' ? event.seq : []));
}
const everyMessage = Array.from({ length: commits }, (_, index) => index + 2);
const lastEvent = { kind: 'session', seq: commits + 1 };

/** Of this process, in which the host runs: what is still held by somebody. */
function measureMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('Readers who stop reading while a thousand messages are written', () => {
  let session: Awaited<ReturnType<typeof startSession>>;
  let feeds: Awaited<ReturnType<typeof followFeed>>[];
  let before: number;

  beforeAll(async () => {
    await say(await startSession(), 50);
    session = await startSession();
    feeds = await Promise.all(Array.from({ length: 4 }, () => followFeed(session.url, 1)));
    before = measureMemory();
    await say(session, commits);
  }, 60_000);

  it('cost next to nothing: what they have not taken is in the log alone', async () => {
    // Note: kept for each of them it would be 40 MB. What nobody holds any more may take its time to be swept away.
    await expect.poll(() => measureMemory() - before, { timeout: 10_000 }).toBeLessThan(20 * megabyte);
  });

  it('get all of it in order, once they read on', async () => {
    for (const { read, events, leave } of feeds) {
      read();
      await expect.poll(() => events.at(-1), { timeout: 20_000 }).toMatchObject(lastEvent);
      expect(listShown(events)).toEqual(everyMessage);
      leave();
    }
    await expectFeeds(0);
  });

  it('are let go when they never read on, and resume without a loss and without a repetition', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    const asleep = await followFeed(session.url, 1);
    await expectFeeds(1);
    // Note: half a minute ends the feed, one more the connection.
    await expect
      .poll(() => {
        vi.advanceTimersByTime(15_000);
        return vi.getTimerCount();
      })
      .toBe(0);
    await expectFeeds(0);
    asleep.read();
    expect(await asleep.closed()).toBe(false);
    expect(listShown(asleep.events).length).toBeLessThan(commits);

    vi.useRealTimers();
    const again = await followFeed(session.url, 1);
    again.read();
    await expect.poll(() => again.events.at(-1), { timeout: 20_000 }).toMatchObject(lastEvent);
    expect(listShown([...asleep.events, ...again.events])).toEqual(everyMessage);
    again.leave();
    await expectFeeds(0);
  });
});

describe('A live feed', () => {
  it('is heard of every 15 seconds when nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { url } = await startSession();
    const { read, events, heartbeats, leave } = await followFeed(url, 1);
    read();
    await expect.poll(() => events.length).toBe(1);
    for (const beat of [1, 2, 3]) {
      vi.advanceTimersByTime(15_000);
      await expect.poll(heartbeats).toBe(beat);
    }
    leave();
    await expectFeeds(0);
  });

  it('ends when its reader has closed, be it only one direction', async () => {
    const { url } = await startSession();
    const socket = connect(host.port, 'localhost');
    socket.resume();
    socket.write(`GET ${getFeed.path} HTTP/1.1\r\nHost: room\r\nAuthorization: Bearer ${readToken(url)}\r\n\r\n`);
    await expectFeeds(1);
    socket.end();
    await expectFeeds(0);
  });

  it('leaves nothing behind, however many are opened and dropped', async () => {
    const { url } = await startSession();
    const countTimers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = countTimers();
    const feeds = await Promise.all(Array.from({ length: 500 }, () => followFeed(url, 1)));
    await expectFeeds(500);
    expect(countTimers()).toBeGreaterThan(before + 400);
    for (const { leave } of feeds) leave();
    await expectFeeds(0);
    await expect.poll(countTimers).toBeLessThan(before + 10);
  });
});
