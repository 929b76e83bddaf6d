/**
 * Files kept beside what somebody is about to send. On this device they survive a reload; where it keeps nothing (storage blocked, full or
 * missing) they stay in memory, and whoever puts one there is told. Nothing here throws.
 */
import { type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';

type Bytes = Uint8Array<ArrayBuffer>;

export type FileShelf = {
  /** Undefined when it is not there. */
  read: (name: string) => Promise<Bytes | undefined>;
  /** False when it is only in memory: it will not survive a reload. */
  keep: (name: string, bytes: Bytes) => Promise<boolean>;
  remove: (name: string) => Promise<void>;
  clear: () => Promise<void>;
};

const store = 'files';
/** The shelf, and what lies on it. */
const keySchema = z.tuple([z.string(), z.string()]);

// Note: async, because where storage is blocked even naming IndexedDB throws.
const openFiles = async (): Promise<IDBPDatabase> =>
  openDB('session-room-files', 1, {
    upgrade(database) {
      database.createObjectStore(store);
    },
  });

async function attempt<Result>(work: (files: IDBPDatabase) => Promise<Result>): Promise<Result | undefined> {
  try {
    const files = await openFiles();
    return await work(files).finally(() => files.close());
  } catch {
    return undefined;
  }
}

/** A shelf of this name on this device; the same for every tab. */
export function createDeviceShelf(shelf: string): FileShelf {
  const memory = new Map<string, Bytes>();
  return {
    read: async (name) => {
      const kept: unknown = memory.get(name) ?? (await attempt((files) => files.get(store, [shelf, name])));
      return kept instanceof Uint8Array ? new Uint8Array(kept) : undefined;
    },
    async keep(name, bytes) {
      const key = await attempt((files) => files.put(store, bytes, [shelf, name]));
      if (key) memory.delete(name);
      else memory.set(name, bytes);
      return key !== undefined;
    },
    async remove(name) {
      memory.delete(name);
      await attempt((files) => files.delete(store, [shelf, name]));
    },
    async clear() {
      memory.clear();
      await attempt((files) => files.delete(store, IDBKeyRange.bound([shelf], [shelf, []])));
    },
  };
}

/** Of everything on this device only the shelves stay whose names are to be spared. */
export async function clearDeviceShelves(isSpared: (shelf: string) => boolean): Promise<void> {
  await attempt(async (files) => {
    const keys = z.array(keySchema).parse(await files.getAllKeys(store));
    await Promise.all(keys.filter(([shelf]) => !isSpared(shelf)).map((key) => files.delete(store, [...key])));
  });
}

/** For as long as whoever made it is there, which is all that is asked of it. */
export function createMemoryShelf(): FileShelf {
  const memory = new Map<string, Bytes>();
  return {
    read: async (name) => memory.get(name),
    async keep(name, bytes) {
      memory.set(name, bytes);
      return true;
    },
    async remove(name) {
      memory.delete(name);
    },
    async clear() {
      memory.clear();
    },
  };
}
