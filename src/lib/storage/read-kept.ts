/** Reading what this site kept on the device, without ever throwing: small enough for the page itself (`room/app/paint-entry.ts`). */
export type StorageKind = 'local' | 'session';

export const keyPrefix = 'session-room:';

/** Note: even naming `localStorage` throws in a frame whose storage is blocked. */
export function attemptStorage<Result>(kind: StorageKind, work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(kind === 'local' ? localStorage : sessionStorage);
  } catch {
    return undefined;
  }
}

/** Undefined when there is nothing, or nothing that can be read. */
export function parseKept(text: string | null | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export const readKept = (kind: StorageKind, key: string): unknown =>
  parseKept(attemptStorage(kind, (storage) => storage.getItem(keyPrefix + key)));
