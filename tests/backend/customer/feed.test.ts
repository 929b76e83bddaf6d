import { afterEach, describe, expect, it, vi } from 'vitest';

import { getEntry, getFeed } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { agentIdSchema } from '#contract/ids.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';
import { sayMuch } from '#tests/support/say-much.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { watchWrites } from '#tests/support/watch-writes.ts';

/** A store that tells how many watch it. */
function countWatchers() {
  const { store } = watchWrites().deps;
  let watching = 0;
  const counted =
    <Args extends readonly unknown[]>(watch: (...args: Args) => () => void) =>
    (...args: Args) => {
      const stop = watch(...args);
      watching += 1;
      return () => {
        watching -= 1;
        stop();
      };
    };
  return {
    store: { ...store, watchSession: counted(store.watchSession), watchPresence: counted(store.watchPresence) },
    watching: () => watching,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('Whoever opens the feed', () => {
  it('hears at once whether the agent is there, and everything since the start when nothing is known', async () => {
    const session = await startTestSession({ interactions: [buildDocumentRequest()] });
    await session.agent.sendMessage(session.sessionId, 'Hello');
    const feed = await openFeed(session.customer);
    expect(await feed.nextBatch()).toEqual(['inactive', 'message Hello', 'session 3']);
    expect(Object.fromEntries(feed.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await feed.cancel();
  });

  it('hears only what is newer than the place they resume from', async () => {
    const session = await startTestSession();
    for (const text of ['One', 'Two', 'Three']) await session.agent.sendMessage(session.sessionId, text);
    const feed = await openFeed(session.customer, '?after=2');
    expect(await feed.nextBatch()).toEqual(['inactive', 'message Two', 'message Three', 'session 4']);
    await feed.cancel();
  });

  it('hears nothing twice when they missed nothing', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    await session.agent.sendMessage(session.sessionId, 'Hello');
    expect(await feed.nextBatch()).toEqual(['message Hello', 'session 2']);
    await feed.cancel();
  });

  it('catches up over any number of messages, in order, however many pages that takes', async () => {
    const session = await startTestSession();
    const texts = await sayMuch(session.deps, session.sessionId, 450);
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.nextBatch()).toEqual(['inactive', ...texts.map((text) => `message ${text}`), 'session 451']);
    await feed.cancel();
  });

  it.each(['abc', '-1', '1.5', 'Infinity', '', '%20', '0x1', '1e0', '2', '999'])(
    'is told that ?after=%s is no place',
    async (after) => {
      const session = await startTestSession();
      const response = await session.customer(getFeed, { query: `?after=${after}` });
      expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'after' }] });
    },
  );
});

describe('Whoever follows the feed', () => {
  it('hears what the agent does as it happens, each time with the session as it is then', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    const id = await session.agent.addInteraction(session.sessionId, buildDocumentRequest('Payslip'));
    expect(await feed.next()).toMatchObject({
      kind: 'session',
      seq: 2,
      session: { interactions: [{ id, title: 'Payslip', status: 'new' }] },
    });
    await session.agent.withdraw(session.sessionId, id, 'Not needed');
    expect(await feed.next()).toMatchObject({
      kind: 'session',
      seq: 3,
      session: { interactions: [{ id, status: 'cancelled', reason: 'Not needed', revision: 2 }] },
    });
    await feed.cancel();
  });

  it('hears the agent come and go', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'inactive' });
    await session.agent.setPresence(true);
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    await session.agent.setPresence(false);
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'inactive' });
    await feed.cancel();
  });

  it('hears nothing of other agents', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ agentActivity: 'inactive' });
    const other = agentIdSchema.parse('agent-2');
    await session.deps.store.savePresence(other, { connected: true, changedAt: 0 });
    await session.agent.sendMessage(session.sessionId, 'Hello');
    expect(await feed.nextBatch()).toEqual(['message Hello', 'session 2']);
    await feed.cancel();
  });

  it('misses nothing that is committed while a batch is on its way', async () => {
    const { deps } = watchWrites();
    const late: (() => Promise<unknown>)[] = [];
    const store: typeof deps.store = {
      ...deps.store,
      loadSession: async (id) => {
        const record = await deps.store.loadSession(id);
        await late.shift()?.();
        return record;
      },
    };
    const session = await startTestSession({ interactions: [buildDocumentRequest()] }, createTestBackend({ store }));
    const [id] = session.interactions;
    if (!id) throw new Error('Failed to start with an interaction.');
    await session.agent.sendMessage(session.sessionId, 'Hello');
    late.push(async () => {
      await session.agent.withdraw(session.sessionId, id, 'Not needed');
      await session.agent.sendMessage(session.sessionId, 'Sorry');
    });

    const feed = await openFeed(session.customer, '?after=2');
    expect(await feed.nextBatch()).toEqual(['inactive', 'message Hello', 'session 3']);
    expect(await feed.next()).toMatchObject({ kind: 'message', seq: 5 });
    expect(await feed.next()).toMatchObject({
      kind: 'session',
      seq: 5,
      session: { interactions: [{ status: 'cancelled' }] },
    });
    await feed.cancel();
  });

  it('gets messages in the order of their numbers when many write at once', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => session.customer(sendMessage, { input: { text: `Message ${index}` } })),
    );
    const seqs: number[] = [];
    while (seqs.at(-1) !== 21 || seqs.length < 20) {
      const event = await feed.next();
      if (event?.kind === 'message') seqs.push(event.seq);
    }
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    await feed.cancel();
  });
});

describe('The feed ends', () => {
  it('when the agent ends the session and nothing of it is left', async () => {
    const session = await startTestSession({ settings: { endAccess: { level: 'none' } } });
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    await session.agent.endSession(session.sessionId);
    expect(await feed.next()).toBeNull();
    expect(await readCode(session.customer(getFeed))).toBe('session-ended');
  });

  it('not when something is left: the customer sees that it ended', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    await session.agent.endSession(session.sessionId);
    expect(await feed.next()).toMatchObject({ kind: 'session', session: { state: 'ended', access: 'limited' } });
    await feed.cancel();
  });

  it('for a link that is revoked meanwhile', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    await changeRecord(session.deps, session.sessionId, ({ links }) => ({
      links: links.map((link) => ({ ...link, revokedAt: session.deps.now() })),
    }));
    await session.agent.sendMessage(session.sessionId, 'For nobody');
    expect(await feed.next()).toBeNull();
  });

  it('with a failure when the store fails, so that the customer comes back', async () => {
    const { deps } = watchWrites();
    let isBroken = false;
    const store: typeof deps.store = {
      ...deps.store,
      readLog: (...args) => (isBroken ? Promise.reject(new Error('Failed to read.')) : deps.store.readLog(...args)),
    };
    const session = await startTestSession({}, createTestBackend({ store }));
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    isBroken = true;
    await changeRecord(deps, session.sessionId, () => ({}));
    await expect(feed.next()).rejects.toThrow('Failed to read.');
  });
});

describe('A connection', () => {
  it('is watched no longer once the reader has gone', async () => {
    const { store, watching } = countWatchers();
    const session = await startTestSession({}, createTestBackend({ store }));
    const feed = await openFeed(session.customer);
    await feed.nextBatch();
    expect(watching()).toBe(2);
    await feed.cancel();
    expect(watching()).toBe(0);
    await session.agent.sendMessage(session.sessionId, 'For nobody');
  });

  it('is watched no longer once the backend has closed it', async () => {
    const { store, watching } = countWatchers();
    const session = await startTestSession(
      { settings: { endAccess: { level: 'none' } } },
      createTestBackend({ store }),
    );
    const feed = await openFeed(session.customer);
    await feed.nextBatch();
    await session.agent.endSession(session.sessionId);
    expect(await feed.next()).toBeNull();
    expect(watching()).toBe(0);
  });

  it('that only asks for the headers is never watched', async () => {
    const { store, watching } = countWatchers();
    const session = await startTestSession({}, createTestBackend({ store }));
    const response = await session.customer({ ...getFeed, method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(watching()).toBe(0);
  });

  it('is kept alive by a heartbeat when nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    const rest = feed.read();
    vi.advanceTimersByTime(15_000);
    expect(new TextDecoder().decode((await rest).value)).toBe(': alive\n\n');
    await feed.cancel();
  });

  it('ends after five minutes, so that a device that vanished is not taken for a reader for long', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { store, watching } = countWatchers();
    const session = await startTestSession({}, createTestBackend({ store }));
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    for (let beat = 1; beat < 20; beat += 1) {
      const heard = feed.read();
      vi.advanceTimersByTime(15_000);
      expect((await heard).done).toBe(false);
    }
    expect(watching()).toBe(2);
    const end = feed.next();
    vi.advanceTimersByTime(15_000);
    expect(await end).toBeNull();
    expect(watching()).toBe(0);
  });

  it('of a slow reader costs nothing: whatever it missed arrives when it reads on, the session once and as it is then', async () => {
    const session = await startTestSession();
    const feed = await openFeed(session.customer, '?after=1');
    expect(await feed.next()).toMatchObject({ kind: 'presence' });
    for (let time = 0; time < 300; time += 1) await session.agent.setPresence(time % 2 === 1);
    for (const text of ['One', 'Two']) await session.agent.sendMessage(session.sessionId, text);
    expect(await feed.nextBatch()).toEqual(['message One', 'message Two', 'session 3']);
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    await feed.cancel();
  });

  it('of a reader who takes nothing for half a minute is let go, and resumes where it was', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { store, watching } = countWatchers();
    const session = await startTestSession({}, createTestBackend({ store }));
    const asleep = await openFeed(session.customer, '?after=1');
    expect(await asleep.next()).toMatchObject({ kind: 'presence' });
    vi.advanceTimersByTime(29_999);
    expect(watching()).toBe(2);
    vi.advanceTimersByTime(1);
    expect(watching()).toBe(0);
    await session.agent.sendMessage(session.sessionId, 'Hello');
    expect(await asleep.next()).toBeNull();

    const again = await openFeed(session.customer, '?after=1');
    expect(await again.nextBatch()).toEqual(['inactive', 'message Hello', 'session 2']);
    await again.cancel();
  });
});

describe('Two tabs', () => {
  it('of the same customer are both live, and neither shuts the other out', async () => {
    const session = await startTestSession();
    const tabs = [await openFeed(session.customer, '?after=1'), await openFeed(session.customer, '?after=1')];
    for (const tab of tabs) expect(await tab.next()).toMatchObject({ kind: 'presence' });
    await session.agent.sendMessage(session.sessionId, 'Hello');
    for (const tab of tabs) expect(await tab.nextBatch()).toEqual(['message Hello', 'session 2']);
    expect(await readCode(session.customer(getEntry))).toBe('ok');
    for (const tab of tabs) await tab.cancel();
  });
});
