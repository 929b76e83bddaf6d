/**
 * Device storage that never throws: blocked, full or missing storage falls back to memory, so a visit goes on. What is
 * read back is parsed by whoever reads it. Keys are prefixed; values are JSON.
 */
type Kind = 'local' | 'session';

export type SafeStorage = {
  read: (key: string) => unknown;
  /** False when it could only be kept in memory: it will not survive a reload. */
  write: (key: string, value: unknown) => boolean;
  remove: (key: string) => void;
};

const prefix = 'session-room:';

export function createSafeStorage(kind: Kind): SafeStorage {
  const memory = new Map<string, string>();
  /** Note: even naming `localStorage` throws in a frame whose storage is blocked. */
  const attempt = <Result>(work: (storage: Storage) => Result): Result | undefined => {
    try {
      return work(kind === 'local' ? localStorage : sessionStorage);
    } catch {
      return undefined;
    }
  };
  return {
    read(key) {
      const text = memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key));
      return text ? parseJson(text) : undefined;
    },
    write(key, value) {
      const text = JSON.stringify(value);
      const isKept = attempt((storage) => {
        storage.setItem(prefix + key, text);
        return true;
      });
      if (isKept) memory.delete(key);
      else memory.set(key, text);
      return isKept ?? false;
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => {
        storage.removeItem(prefix + key);
      });
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const deviceStorage = createSafeStorage('local');
/** Kept while this tab lives: what belongs to one visit. */
export const visitStorage = createSafeStorage('session');
