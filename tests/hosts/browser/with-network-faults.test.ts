import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { endSession } from '#contract/endpoints/agent.ts';
import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import { entrySchema } from '#contract/entry.ts';
import { messagesSchema } from '#contract/message.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import type { NetworkFault } from '#backend/scenarios/network-fault.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { openNetwork, toOutcome } from '#tests/hosts/browser/open-network.ts';
import { openFeed } from '#tests/support/read-feed.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const openScenario = (name: ScenarioName) => openNetwork({ build: ({ deps }) => buildScenario(deps, name) });

const outcomes = async (ask: () => Promise<Response>, times: number) => {
  const all = [];
  for (let time = 0; time < times; time += 1) all.push(toOutcome(await ask()));
  return all;
};

const readToTheEnd = async (feed: Awaited<ReturnType<typeof openFeed>>) => {
  while (await feed.next());
};

const openWithFaults = async (...faults: NetworkFault[]) => {
  const network = await openNetwork();
  await network.set({ faults });
  return network;
};

describe('The faults of a scenario', () => {
  test('“service-unavailable” answers its entry 503 three times, then as it is', async () => {
    const { customer, heard } = await openScenario('service-unavailable');
    expect(await outcomes(() => customer(getEntry), 5)).toEqual([503, 503, 503, 200, 200]);
    expect(heard).toEqual([]);
  });

  test('“too-many-requests” answers its entry 429 twice, and says when it goes on', async () => {
    const { customer } = await openScenario('too-many-requests');
    const refused = await customer(getEntry);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 3]);
    expect(await outcomes(() => customer(getEntry), 2)).toEqual([429, 200]);
  });

  test('“offline” gives its entry no answer three times, and soon after the network is back', async () => {
    const { customer, heard } = await openScenario('offline');
    expect(await outcomes(() => customer(getEntry), 3)).toEqual(['no answer', 'no answer', 'no answer']);
    expect(heard).not.toContain('restored by scenario');

    vi.advanceTimersByTime(3_000);
    expect(heard.at(-1)).toBe('restored by scenario');
    expect(await outcomes(() => customer(getEntry), 1)).toEqual([200]);
  });

  test('a device without network gets no answer to anything else either', async () => {
    const { customer } = await openScenario('offline');
    await customer(getEntry);
    expect(toOutcome(await customer(getSession))).toBe('no answer');
  });

  test('do not touch another link', async () => {
    const { stranger } = await openScenario('service-unavailable');
    expect(toOutcome(await stranger(getEntry))).toBe(404);
  });

  test('are none for most of them', async () => {
    const { customer } = await openScenario('nothing-to-do');
    expect(toOutcome(await customer(getEntry))).toBe(200);
  });
});

describe('The faults QA adds', () => {
  test('meet only the endpoint they are for, as often as they say', async () => {
    const { customer, conditions } = await openWithFaults({ mode: 'server-error', endpoint: 'getSession', times: 2 });
    expect(toOutcome(await customer(getEntry))).toBe(200);
    expect(await outcomes(() => customer(getSession), 3)).toEqual([500, 500, 200]);
    expect(conditions.current().faults).toEqual([]);
  });

  test('stay until they are taken away when nobody says how often', async () => {
    const { customer, set } = await openWithFaults({ mode: 'unavailable', endpoint: 'any', times: null });
    expect(await outcomes(() => customer(getEntry), 5)).toEqual([503, 503, 503, 503, 503]);
    await set({ faults: [] });
    expect(toOutcome(await customer(getEntry))).toBe(200);
  });

  test('never hit the agent, nor does a network that is cut', async () => {
    const { asAgent, sessionId, set } = await openWithFaults({ mode: 'server-error', endpoint: 'any', times: null });
    await set({ isOffline: true, latency: 60_000 });
    expect(toOutcome(await asAgent(endSession, { params: { sessionId } }))).toBe(204);
  });

  test('a lost answer is lost only after the backend did what was asked', async () => {
    const { customer } = await openWithFaults({ mode: 'lost-answer', endpoint: 'sendMessage', times: 1 });
    expect(toOutcome(await customer(sendMessage, { input: { text: 'Are you there?' } }))).toBe('no answer');
    const { messages } = messagesSchema.parse(await (await customer(listMessages)).json());
    expect(messages.map(({ text }) => text)).toEqual(['Are you there?']);
  });

  test('a slow answer is the same answer, four seconds later', async () => {
    const { customer } = await openWithFaults({ mode: 'slow', endpoint: 'getSession', times: 1 });
    const timers = vi.getTimerCount();
    let isThere = false;
    const answer = customer(getSession).finally(() => {
      isThere = true;
    });
    while (vi.getTimerCount() === timers) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(3_900);
    expect(isThere).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(toOutcome(await answer)).toBe(200);
  });

  test('a device that goes offline for one request comes back by itself', async () => {
    const { customer, heard } = await openWithFaults({ mode: 'offline', endpoint: 'getSession', times: 1 });
    expect(toOutcome(await customer(getSession))).toBe('no answer');
    expect(heard).toEqual(['cut by fault']);
    vi.advanceTimersByTime(3_000);
    expect(heard).toEqual(['cut by fault', 'restored by fault']);
    expect(toOutcome(await customer(getSession))).toBe(200);
  });
});

describe('A device that QA takes off the network', () => {
  test('gets no answer, says so, and uses up no fault', async () => {
    const fault = { mode: 'server-error', endpoint: 'any', times: 1 } as const;
    const { customer, heard, set, conditions } = await openWithFaults(fault);
    await set({ isOffline: true });
    expect(toOutcome(await customer(getEntry))).toBe('no answer');
    expect(conditions.current().faults).toEqual([fault]);
    await set({ isOffline: false });
    expect(heard).toEqual(['cut by qa', 'restored by qa']);
  });

  test('loses the feed that is open', async () => {
    const { customer, set } = await openNetwork();
    const feed = await openFeed(customer);
    await feed.next();
    await set({ isOffline: true });
    await expect(readToTheEnd(feed)).rejects.toThrow('The connection was lost.');
  });
});

describe('A feed that is to be dropped', () => {
  test('starts, and breaks off soon after', async () => {
    const { customer } = await openWithFaults({ mode: 'dropped-stream', endpoint: 'any', times: 1 });
    const feed = await openFeed(customer);
    await expect(feed.next()).resolves.toMatchObject({ kind: 'presence' });
    vi.advanceTimersByTime(500);
    await expect(readToTheEnd(feed)).rejects.toThrow('The connection was lost.');
  });

  test('breaks off at once when it is open already, and the next one holds', async () => {
    const { customer, set, conditions } = await openNetwork();
    const feed = await openFeed(customer);
    await feed.next();
    await set({ faults: [{ mode: 'dropped-stream', endpoint: 'any', times: 1 }] });
    await expect(readToTheEnd(feed)).rejects.toThrow('The connection was lost.');
    expect(conditions.current().faults).toEqual([]);

    const next = await openFeed(customer);
    await expect(next.next()).resolves.toMatchObject({ kind: 'presence' });
    vi.advanceTimersByTime(10_000);
    await expect(next.next()).resolves.toMatchObject({ kind: 'session' });
    await next.cancel();
  });
});

describe('A newer backend', () => {
  const newer = { mode: 'newer-backend', endpoint: 'any', times: null } as const;

  test('has something in the session that this app does not know, and breaks no contract', async () => {
    const { customer } = await openWithFaults(newer);
    const entry = entrySchema.parse(await (await customer(getEntry)).json());
    expect(entry).toMatchObject({
      kind: 'open',
      session: { interactions: [{ kind: 'unknown', title: 'A call with your agent' }] },
    });
  });

  test('says so in the feed as well', async () => {
    const { customer } = await openWithFaults(newer);
    const feed = await openFeed(customer);
    await feed.next();
    await expect(feed.next()).resolves.toMatchObject({ session: { interactions: [{ kind: 'unknown' }] } });
    await feed.cancel();
  });

  test('leaves answers without a session as they are', async () => {
    const { customer } = await openWithFaults(newer);
    expect(messagesSchema.parse(await (await customer(listMessages)).json())).toEqual({ messages: [] });
  });
});

test('Every answer comes as late as QA wants it', async () => {
  vi.useRealTimers();
  const { customer, set } = await openNetwork();
  await set({ latency: 40 });
  const startedAt = performance.now();
  expect(toOutcome(await customer(getEntry))).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(38);
});
