import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { describeBlobs } from '#tests/backend/store/blobs-suite.ts';
import { describePeople } from '#tests/backend/store/people-suite.ts';
import { describeSettings } from '#tests/backend/store/settings-suite.ts';
import { describeStore } from '#tests/backend/store/store-suite.ts';
import { describeSystems } from '#tests/backend/store/systems-suite.ts';

const hands = () => {
  const store = createMemoryStore();
  return Promise.resolve({ store, other: store });
};

describeStore('memory', hands);
describePeople('memory', hands);
describeSettings('memory', hands);
describeSystems('memory', hands);

describeBlobs('memory', () => Promise.resolve(createMemoryBlobs()));
