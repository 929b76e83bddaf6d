/** What every adapter of the storage port must do for the business's systems. */
import { beforeEach, describe, expect, test } from 'vitest';

import { agentIdSchema } from '#contract/ids.ts';
import type { Store } from '#backend/store/store.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import { team } from '#tests/backend/store/build-record.ts';
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
}
