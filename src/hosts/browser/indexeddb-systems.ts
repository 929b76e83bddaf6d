/** The business's systems on IndexedDB. */
import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { Database } from '#hosts/browser/open-database.ts';

export const createIndexedDbSystems = (database: Database): SystemsStore => ({
  listKeys: () => database.getAll('apiKeys'),
  findKey: (secretHash) => database.getFromIndex('apiKeys', 'secretHash', secretHash),
  async addKey(key) {
    await database.add('apiKeys', key);
  },
  async deleteKey(id) {
    const { store, done } = database.transaction('apiKeys', 'readwrite');
    const position = await store.index('id').getKey(id);
    if (position !== undefined) await store.delete(position);
    await done;
    return position !== undefined;
  },
  async noteKeyUse(id, day) {
    const { store, done } = database.transaction('apiKeys', 'readwrite');
    const position = await store.index('id').getKey(id);
    const key = position === undefined ? undefined : await store.get(position);
    if (key) await store.put({ ...key, lastUsedOn: day }, position);
    await done;
  },
});
