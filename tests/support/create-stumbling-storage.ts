/** A memory store and memory blobs that fail at one write of many, so that a test can try every one of them. */
import { toStorageOutage } from '#backend/store/storage-outage.ts';
import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';

export const stumbles = ['dies before', 'dies after', 'fails before', 'fails after'] as const;
export type Stumble = (typeof stumbles)[number];

export function createStumblingStorage() {
  const plain = { store: createMemoryStore(), blobs: createMemoryBlobs() };
  const died = Promise.withResolvers<void>();
  let isDead = false;
  let left = Infinity;
  let how: Stumble = 'fails before';

  const stumble = (): Promise<never> => {
    if (how.startsWith('fails')) throw toStorageOutage(new Error('Told to.'));
    isDead = true;
    died.resolve();
    return new Promise(() => undefined);
  };
  const write =
    <Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      if (isDead) return new Promise(() => undefined);
      left -= 1;
      if (left !== 0) return work(...args);
      if (how.endsWith('after')) await work(...args);
      return stumble();
    };

  return {
    /** As the next process finds it. */
    plain,
    stumbling: {
      store: { ...plain.store, commitSession: write(plain.store.commitSession) },
      blobs: { ...plain.blobs, put: write(plain.blobs.put), delete: write(plain.blobs.delete) },
    },
    /** The write of this number, counted from now, is the one. */
    stumbleAt: (number: number, as: Stumble) => {
      left = number;
      how = as;
    },
    hasStumbled: () => left <= 0,
    died: died.promise,
  };
}
