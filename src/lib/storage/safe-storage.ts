/**
 * Device storage that never throws: blocked, full or missing storage falls back to memory, so a visit goes on. What is
 * read back is parsed by whoever reads it. Keys are prefixed; values are JSON.
 */
import { attemptStorage, keyPrefix, parseKept, readKept, type StorageKind } from '#lib/storage/read-kept.ts';

export type SafeStorage = {
  read: (key: string) => unknown;
  /** False when it could only be kept in memory: it will not survive a reload. */
  write: (key: string, value: unknown) => boolean;
  remove: (key: string) => void;
};

export function createSafeStorage(kind: StorageKind): SafeStorage {
  const memory = new Map<string, string>();
  return {
    read: (key) => (memory.has(key) ? parseKept(memory.get(key)) : readKept(kind, key)),
    write(key, value) {
      const text = JSON.stringify(value);
      const isKept = attemptStorage(kind, (storage) => {
        storage.setItem(keyPrefix + key, text);
        return true;
      });
      if (isKept) memory.delete(key);
      else memory.set(key, text);
      return isKept ?? false;
    },
    remove(key) {
      memory.delete(key);
      attemptStorage(kind, (storage) => {
        storage.removeItem(keyPrefix + key);
      });
    },
  };
}

export const deviceStorage = createSafeStorage('local');
/** Kept while this tab lives: what belongs to one visit. */
export const visitStorage = createSafeStorage('session');
