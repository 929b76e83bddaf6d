/** Bytes in memory. */
import type { Blobs } from '#backend/store/blobs.ts';

export function createMemoryBlobs(): Blobs {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    async put(key, bytes) {
      if (!blobs.has(key)) blobs.set(key, new Uint8Array(bytes));
    },
    get: async (key) => blobs.get(key)?.slice(),
    async delete(key) {
      blobs.delete(key);
    },
    list: async (prefix) => [...blobs.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
  };
}
