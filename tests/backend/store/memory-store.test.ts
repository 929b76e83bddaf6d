import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { describeBlobs } from '#tests/backend/store/blobs-suite.ts';
import { describeStore } from '#tests/backend/store/store-suite.ts';

describeStore('memory', () => {
  const store = createMemoryStore();
  return Promise.resolve({ store, other: store });
});

describeBlobs('memory', () => Promise.resolve(createMemoryBlobs()));
