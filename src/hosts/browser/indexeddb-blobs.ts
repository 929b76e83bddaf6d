/** The port for bytes on IndexedDB. */
import type { Blobs } from '#backend/store/blobs.ts';
import type { Database } from '#hosts/browser/open-database.ts';

export const createIndexedDbBlobs = (database: Database): Blobs => ({
  async put(key, bytes) {
    const { store, done } = database.transaction('blobs', 'readwrite');
    if ((await store.getKey(key)) === undefined) await store.put(new Uint8Array(bytes), key);
    await done;
  },
  get: (key) => database.get('blobs', key),
  delete: (key) => database.delete('blobs', key),
  list: async (prefix) => {
    const keys = await database.getAllKeys('blobs', IDBKeyRange.lowerBound(prefix));
    return keys.filter((key) => key.startsWith(prefix));
  },
});
