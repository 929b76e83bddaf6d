/** What every adapter of the storage port must do for the business's systems. */
import { beforeEach, describe, expect, test } from 'vitest';

import { agentIdSchema, type WebhookId, webhookIdSchema } from '#contract/ids.ts';
import type { Store } from '#backend/store/store.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';
import { buildCommit, buildEntry, sessionId, team } from '#tests/backend/store/build-record.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const buildKey = (id: string): KeyRecord => ({
  id: agentIdSchema.parse(id),
  name: 'Ledger \u0000 {"a":1}',
  team,
  scopes: ['read-sessions', 'start-sessions'],
  secretHash: `hash-of-${id}`,
  createdAt: 1_000,
  createdBy: 'Ada',
  lastUsedOn: null,
});

const minute = 60_000;
const [ledger, crm] = [webhookIdSchema.parse('ledger'), webhookIdSchema.parse('crm')];

const buildWebhook = (id: WebhookId): WebhookRecord => ({
  id,
  url: 'https://ledger.example/hooks?a={"b":1}',
  events: ['session-ended'],
  secret: 'whsec_AAAA',
  createdAt: 1_000,
  createdBy: 'Ada',
});

export const buildDelivery = (id: string, { webhook = ledger, nextTryAt = 1_000 } = {}): StoredDelivery => ({
  id,
  webhook,
  event: {
    id: `event-of-${id}`,
    kind: 'session-ended',
    at: '2026-11-22T09:00:00.000Z',
    session: { id: sessionId, team, state: 'ended' },
    interaction: null,
  },
  delivery: { state: 'waiting', tries: 0, nextTryAt, reason: null },
});

export function describeSystems(name: string, open: () => Promise<StoreHands>): void {
  describe(`API keys in the store (${name})`, () => {
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      ({ store, other } = await open());
    });

    test('a key that was made is found by its hash, by anybody, and listed in the order they were made in', async () => {
      const [second, first] = [buildKey('a-made-later'), buildKey('z-made-first')];
      await store.systems.addKey(first);
      await other.systems.addKey(second);

      await expect(other.systems.findKey(first.secretHash)).resolves.toEqual(first);
      await expect(store.systems.listKeys()).resolves.toEqual([first, second]);
      await expect(store.systems.findKey('a-made-later')).resolves.toBeUndefined();
    });

    test('one that is there already stays as it was, and is given back, also of many that are added at once', async () => {
      const others = Array.from({ length: 5 }, (_, at) => ({ ...buildKey('key-1'), secretHash: `hash-${at}` }));
      const [first, ...rest] = await Promise.all(
        others.map((key, at) => (at % 2 === 0 ? store : other).systems.addKey(key)),
      );
      expect(rest).toEqual([first, first, first, first]);
      await expect(store.systems.listKeys()).resolves.toEqual([first]);
      await expect(other.systems.addKey({ ...buildKey('key-1'), name: 'Another' })).resolves.toEqual(first);
    });

    test('the day of its last use is kept beside it', async () => {
      const key = buildKey('key-1');
      await store.systems.addKey(key);
      await other.systems.noteKeyUse(key.id, '2026-11-22');
      await store.systems.noteKeyUse(key.id, '2026-11-23');

      const used = { ...key, lastUsedOn: '2026-11-23' };
      await expect(store.systems.findKey(key.secretHash)).resolves.toEqual(used);
      await expect(other.systems.listKeys()).resolves.toEqual([used]);
    });

    test('one that was deleted is gone at once, and its use, noted late, does not bring it back', async () => {
      const [gone, kept] = [buildKey('key-1'), buildKey('key-2')];
      await store.systems.addKey(gone);
      await store.systems.addKey(kept);
      await expect(other.systems.deleteKey(gone.id)).resolves.toBe(true);
      await expect(store.systems.deleteKey(gone.id)).resolves.toBe(false);
      await store.systems.noteKeyUse(gone.id, '2026-11-22');

      await expect(store.systems.findKey(gone.secretHash)).resolves.toBeUndefined();
      await expect(other.systems.listKeys()).resolves.toEqual([kept]);
    });
  });

  describe(`Webhooks in the store (${name})`, () => {
    let store: Store;
    let other: Store;
    const { sent, dead } = {
      sent: { state: 'sent', at: 3_000, reason: 'HTTP 204' },
      dead: { state: 'dead', at: 3_000, reason: 'HTTP 500' },
    } as const;
    const claim = async (now: number, by = store, limit = 10) =>
      (await by.systems.claimDeliveries({ now, lease: minute, limit })).map(({ id }) => id);
    const list = async (webhook = ledger, limit = 10) =>
      (await other.systems.listDeliveries(webhook, limit)).map(({ id }) => id);
    const read = async (id: string) =>
      (await other.systems.listDeliveries(ledger, 100)).find((one) => one.id === id)?.delivery;

    beforeEach(async () => {
      ({ store, other } = await open());
    });

    test('they are listed in the order they were made in, and changed as a whole', async () => {
      await store.systems.addWebhook(buildWebhook(ledger));
      await other.systems.addWebhook(buildWebhook(crm));
      const changed = { ...buildWebhook(ledger), url: 'https://elsewhere.example/' };
      await expect(other.systems.changeWebhook(changed)).resolves.toBe(true);
      await expect(store.systems.listWebhooks()).resolves.toEqual([changed, buildWebhook(crm)]);
    });

    test('one that is there already stays as it was, and is given back', async () => {
      await expect(store.systems.addWebhook(buildWebhook(ledger))).resolves.toEqual(buildWebhook(ledger));
      const again = { ...buildWebhook(ledger), secret: 'whsec_BBBB' };
      await expect(other.systems.addWebhook(again)).resolves.toEqual(buildWebhook(ledger));
      await expect(store.systems.listWebhooks()).resolves.toEqual([buildWebhook(ledger)]);
    });

    test('one that was removed is gone with its deliveries, and is not changed any more', async () => {
      await store.systems.addWebhook(buildWebhook(ledger));
      await store.systems.addDelivery(buildDelivery('d'));
      await store.systems.addDelivery(buildDelivery('of another', { webhook: crm }));
      await expect(other.systems.deleteWebhook(ledger)).resolves.toBe(true);
      await expect(store.systems.deleteWebhook(ledger)).resolves.toBe(false);
      await expect(store.systems.changeWebhook(buildWebhook(ledger))).resolves.toBe(false);
      await expect(store.systems.listWebhooks()).resolves.toEqual([]);
      expect([await list(), await list(crm)]).toEqual([[], ['of another']]);
    });

    test('what is told is written in the commit that is its cause, whether the webhook is there or not', async () => {
      await store.commitSession(buildCommit(1, { deliveries: [buildDelivery('a'), buildDelivery('b')] }));
      await expect(other.systems.listDeliveries(ledger, 10)).resolves.toEqual([buildDelivery('b'), buildDelivery('a')]);
    });

    test('of a commit that is refused nothing is told', async () => {
      await store.commitSession(buildCommit(1));
      await expect(other.commitSession(buildCommit(1, { deliveries: [buildDelivery('late')] }))).rejects.toThrow();
      const taken = buildCommit(2, { entries: [buildEntry(1, 'again')], deliveries: [buildDelivery('taken')] });
      await expect(store.commitSession(taken)).rejects.toThrow();
      expect(await list()).toEqual([]);
    });

    test('the newest come first, no more than asked for', async () => {
      for (const id of ['z-first', 'a-second', 'm-third']) await store.systems.addDelivery(buildDelivery(id));
      expect(await list()).toEqual(['m-third', 'a-second', 'z-first']);
      expect(await list(ledger, 2)).toEqual(['m-third', 'a-second']);
    });

    test('what one claimed nobody else gets, until the lease runs out; the longest due comes first', async () => {
      await store.systems.addDelivery(buildDelivery('later', { nextTryAt: 2_000 }));
      await store.systems.addDelivery(buildDelivery('sooner'));
      expect(await claim(999)).toEqual([]);
      expect(await claim(2_000, other, 1)).toEqual(['sooner']);
      expect(await claim(2_000)).toEqual(['later']);
      expect(await claim(2_000 + minute - 1)).toEqual([]);
      expect((await claim(2_000 + minute, other)).toSorted()).toEqual(['later', 'sooner']);
      expect(await read('later')).toMatchObject({ state: 'waiting', tries: 2 });
    });

    test('many who claim at once never get the same', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `d-${index}`);
      for (const id of ids) await store.systems.addDelivery(buildDelivery(id));
      const claims = Array.from({ length: 8 }, (_, index) => claim(2_000, index % 2 === 0 ? store : other, 4));
      const claimed = (await Promise.all(claims)).flat();
      while (claimed.length < 20) claimed.push(...(await claim(2_000)));
      expect(claimed.toSorted()).toEqual(ids.toSorted());
    });

    test('what came of a try is kept, unless another one has begun', async () => {
      await store.systems.addDelivery(buildDelivery('d'));
      await claim(2_000);
      await claim(2_000 + minute, other);
      await store.systems.settleDelivery('d', 1, dead);
      expect(await read('d')).toMatchObject({ state: 'waiting', tries: 2 });
      await other.systems.settleDelivery('d', 2, sent);
      await other.systems.settleDelivery('d', 2, dead);
      expect(await read('d')).toEqual({ ...sent, tries: 2 });
      expect(await claim(365 * 24 * 60 * minute)).toEqual([]);
      await store.systems.settleDelivery('unknown', 1, sent);
    });

    test('it is sent again when somebody wants it, from the start, and only by its own webhook', async () => {
      await store.systems.addDelivery(buildDelivery('d'));
      await claim(2_000);
      await store.systems.settleDelivery('d', 1, dead);
      await expect(other.systems.redeliver(crm, 'd', 9_000)).resolves.toBe(false);
      await expect(other.systems.redeliver(ledger, 'unknown', 9_000)).resolves.toBe(false);
      expect(await claim(9_000)).toEqual([]);
      await expect(other.systems.redeliver(ledger, 'd', 9_000)).resolves.toBe(true);
      expect(await read('d')).toEqual({ state: 'waiting', tries: 0, nextTryAt: 9_000, reason: 'HTTP 500' });
      expect(await claim(9_000)).toEqual(['d']);
    });

    test('they are counted by how far they got', async () => {
      const none = { waiting: 0, sent: 0, kept: 0, dead: 0, cancelled: 0 };
      await expect(store.systems.countDeliveries()).resolves.toEqual(none);
      for (const id of ['a', 'b', 'c']) await store.systems.addDelivery(buildDelivery(id));
      await claim(2_000);
      await store.systems.settleDelivery('a', 1, sent);
      await store.systems.settleDelivery('b', 1, dead);
      await expect(other.systems.countDeliveries()).resolves.toEqual({ ...none, waiting: 1, sent: 1, dead: 1 });
    });

    test('what was settled long ago is swept; what waits is not', async () => {
      for (const id of ['old', 'new', 'waiting']) await store.systems.addDelivery(buildDelivery(id));
      await claim(2_000);
      await store.systems.settleDelivery('old', 1, sent);
      await store.systems.settleDelivery('new', 1, { ...sent, at: 4_000 });
      await other.systems.sweepDeliveries(4_000);
      expect(await list()).toEqual(['waiting', 'new']);
    });
  });
}
