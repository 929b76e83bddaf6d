/** What every adapter of the storage port must do with what is due; `describeStore` holds it against all of them. */
import { beforeEach, describe, expect, test } from 'vitest';

import { participantIdSchema, sessionIdSchema } from '#contract/ids.ts';
import { toStored } from '#backend/messages/delivery.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { Store } from '#backend/store/store.ts';
import {
  buildCommit,
  buildMessage,
  buildRecord,
  otherSessionId,
  sessionId,
} from '#tests/backend/store/build-record.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;

export function describeClaims(name: string, open: () => Promise<StoreHands>): void {
  let store: Store;
  let other: Store;
  const reopen = async () => {
    ({ store, other } = await open());
  };

  const claim = async (now: number, by = store, limit = 10): Promise<string[]> =>
    (await by.claimMessages({ now, lease: minute, limit })).map(({ id }) => id);
  const readDelivery = async (id: string) => (await other.listOutbox()).find((message) => message.id === id)?.delivery;

  describe(`The outbox of the store (${name})`, () => {
    beforeEach(reopen);
    const write = (...messages: OutboxMessage[]) => store.commitSession(buildCommit(1, { outbox: messages }));
    const at = (createdAt: number) => ({ ...buildMessage(`written at ${createdAt}`), createdAt });

    test('a message waits from when it was written, and is claimed with all it says', async () => {
      await write(buildMessage('m'));
      expect(await readDelivery('m')).toEqual({ state: 'waiting', tries: 0, nextTryAt: 1_000, reason: null });
      expect(await claim(999)).toEqual([]);
      await expect(other.claimMessages({ now: 1_000, lease: minute, limit: 1 })).resolves.toEqual([
        {
          ...buildMessage('m'),
          delivery: { state: 'waiting', tries: 1, nextTryAt: 1_000 + minute, reason: null, isLeased: true },
        },
      ]);
    });

    test('what one claimed nobody else gets, until the lease runs out', async () => {
      await write(buildMessage('m'));
      expect(await claim(2_000)).toEqual(['m']);
      expect(await claim(2_000 + minute - 1, other)).toEqual([]);
      expect(await claim(2_000 + minute, other)).toEqual(['m']);
      expect(await readDelivery('m')).toMatchObject({ tries: 2 });
    });

    test('the longest due comes first, and no more than asked for', async () => {
      await write(at(3_000), at(1_000), at(2_000));
      expect(await claim(9_000, store, 2)).toEqual(['written at 1000', 'written at 2000']);
      expect(await claim(9_000, store, 2)).toEqual(['written at 3000']);
    });

    test('many who claim at once never get the same', async () => {
      await write(...Array.from({ length: 30 }, (_, index) => buildMessage(`m-${index}`)));
      const claims = Array.from({ length: 10 }, (_, index) => claim(2_000, index % 2 === 0 ? store : other, 4));
      const claimed = (await Promise.all(claims)).flat();
      while (claimed.length < 30) claimed.push(...(await claim(2_000)));
      expect(new Set(claimed).size).toBe(30);
      expect(await claim(2_000)).toEqual([]);
    });

    test('what was sent is settled: never claimed again, its link forgotten, the rest as it was said', async () => {
      await write(buildMessage('m'));
      await claim(2_000);
      await other.settleMessage('m', 1, { state: 'sent', at: 3_000, reason: null });
      expect(await claim(year)).toEqual([]);
      await expect(store.listOutbox()).resolves.toEqual([
        { ...buildMessage('m'), url: null, delivery: { state: 'sent', tries: 1, at: 3_000, reason: null } },
      ]);
    });

    test.each(['kept', 'dead'] as const)('what is %s is settled, and its link can be passed on', async (state) => {
      await write(buildMessage('m'));
      await claim(2_000);
      await store.settleMessage('m', 1, { state, at: 3_000, reason: 'why' });
      expect(await claim(year)).toEqual([]);
      await expect(other.listOutbox()).resolves.toMatchObject([
        { url: buildMessage('m').url, delivery: { state, tries: 1, at: 3_000, reason: 'why' } },
      ]);
    });

    test('messages are counted by how far they got', async () => {
      const none = { waiting: 0, sent: 0, kept: 0, dead: 0, cancelled: 0 };
      await expect(store.countOutbox()).resolves.toEqual(none);
      await write(...['a', 'b', 'c', 'd'].map((id) => buildMessage(id)));
      await claim(2_000);
      await store.settleMessage('b', 1, { state: 'sent', at: 3_000, reason: null });
      await store.settleMessage('c', 1, { state: 'dead', at: 3_000, reason: 'unknown' });
      await expect(other.countOutbox()).resolves.toEqual({ ...none, waiting: 2, sent: 1, dead: 1 });
    });

    test('what failed is due again when it is said to be, with the reason', async () => {
      await write(buildMessage('m'));
      await claim(2_000);
      await store.settleMessage('m', 1, { state: 'waiting', nextTryAt: 9_000, reason: 'greylisted' });
      expect(await readDelivery('m')).toEqual({ state: 'waiting', tries: 1, nextTryAt: 9_000, reason: 'greylisted' });
      expect(await claim(8_999)).toEqual([]);
      expect(await claim(9_000)).toEqual(['m']);
    });

    test('a try that was overtaken has nothing to say any more', async () => {
      await write(buildMessage('m'));
      await claim(2_000);
      await claim(2_000 + minute, other);
      await store.settleMessage('m', 1, { state: 'dead', at: 3_000, reason: 'too late' });
      expect(await readDelivery('m')).toMatchObject({ state: 'waiting', tries: 2 });
      await other.settleMessage('m', 2, { state: 'sent', at: 4_000, reason: null });
      await other.settleMessage('m', 2, { state: 'dead', at: 5_000, reason: 'again' });
      expect(await readDelivery('m')).toMatchObject({ state: 'sent', at: 4_000 });
      await store.settleMessage('unknown', 1, { state: 'sent', at: 1, reason: null });
    });

    test('what a wrong clock planned for next year is due now; what is planned for tonight is not', async () => {
      await write(buildMessage('next year'), buildMessage('tonight'));
      await claim(2_000);
      const plan = (id: string, nextTryAt: number) =>
        store.settleMessage(id, 1, { state: 'waiting', nextTryAt, reason: 'busy' });
      await plan('next year', year);
      await plan('tonight', 6 * 60 * minute);
      expect(await claim(3_000)).toEqual(['next year']);
    });

    test('a message that was handed out may be changed without changing what is stored', async () => {
      await write(buildMessage('m'));
      const [claimed] = await store.claimMessages({ now: 2_000, lease: minute, limit: 1 });
      if (claimed) claimed.words.text = 'changed';
      await expect(store.listOutbox()).resolves.toMatchObject([{ words: toStored(buildMessage('m')).words }]);
    });
  });

  describe(`Sessions that want to be woken (${name})`, () => {
    beforeEach(reopen);
    const wake = (now: number, by = store, limit = 10) => by.claimSessions({ now, lease: minute, limit });

    test('are given to one, when their time has come, until the lease runs out', async () => {
      await store.commitSession(buildCommit(1, { wakeAt: 5_000 }));
      expect(await wake(4_999)).toEqual([]);
      expect(await wake(5_000)).toEqual([sessionId]);
      expect(await wake(5_000 + minute - 1, other)).toEqual([]);
      expect(await wake(5_000 + minute, other)).toEqual([sessionId]);
    });

    test('are woken when the latest commit says; one that says nothing leaves it as it was', async () => {
      await store.commitSession(buildCommit(1));
      expect(await wake(year)).toEqual([]);
      await store.commitSession(buildCommit(2, { wakeAt: 5_000 }));
      await store.commitSession(buildCommit(3));
      expect(await wake(5_000)).toEqual([sessionId]);
      await store.commitSession(buildCommit(4, { wakeAt: 6_000 }));
      expect(await wake(6_000)).toEqual([sessionId]);
      await store.commitSession(buildCommit(5, { wakeAt: null }));
      expect(await wake(10 * minute)).toEqual([]);
    });

    test('are not woken by a commit that was refused', async () => {
      await store.commitSession(buildCommit(1));
      await expect(store.commitSession(buildCommit(1, { wakeAt: 1 }))).rejects.toThrow();
      expect(await wake(5_000)).toEqual([]);
    });

    test('come the longest due first, no more than asked for, each to one of many', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => sessionIdSchema.parse(`session-${100 - index}`));
      for (const [index, id] of ids.entries()) {
        await store.commitSession(buildCommit(1, { record: buildRecord({ id }), entries: [], wakeAt: 1_000 + index }));
      }
      expect(await wake(2_000, other, 2)).toEqual(ids.slice(0, 2));
      const others = await Promise.all(Array.from({ length: 5 }, () => wake(2_000, store, 2)));
      expect(others.flat().toSorted()).toEqual(ids.slice(2).toSorted());
    });

    test('are woken now if a wrong clock put it off till next year, and not if it is for tomorrow', async () => {
      await store.commitSession(buildCommit(1, { wakeAt: year }));
      const tomorrow = buildRecord({ id: otherSessionId });
      await store.commitSession(buildCommit(1, { record: tomorrow, entries: [], wakeAt: day }));
      expect(await wake(2_000)).toEqual([sessionId]);
    });
  });

  describe(`Those who are there (${name})`, () => {
    beforeEach(reopen);
    const someone = participantIdSchema.parse(`someone-${name}`);
    const isThere = (who = someone) => Promise.all([store.isThere(who), other.isThere(who)]);

    test('are so for this hand and the other, until they have left every page', async () => {
      expect(await isThere()).toEqual([false, false]);
      const leave = store.attend(someone);
      const leaveOther = other.attend(someone);
      await expect.poll(() => isThere()).toEqual([true, true]);
      expect(await isThere(participantIdSchema.parse('somebody-else'))).toEqual([false, false]);
      leave();
      leave();
      await expect.poll(() => isThere()).toEqual([true, true]);
      leaveOther();
      await expect.poll(() => isThere()).toEqual([false, false]);
    });
  });
}
