import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';

import { createIndexedDbBlobs } from '#hosts/browser/indexeddb-blobs.ts';
import { createIndexedDbStore } from '#hosts/browser/indexeddb-store.ts';
import { type Database, emptyDatabase, openDatabase } from '#hosts/browser/open-database.ts';
import { createTabChannel, type TabChannel } from '#hosts/browser/tab-channel.ts';
import { describeBlobs } from '#tests/backend/store/blobs-suite.ts';
import { agent, buildCommit, buildMessage, sessionId } from '#tests/backend/store/build-record.ts';
import { describePeople } from '#tests/backend/store/people-suite.ts';
import { buildSettingsCommit, describeSettings } from '#tests/backend/store/settings-suite.ts';
import { describeStore } from '#tests/backend/store/store-suite.ts';
import { describeSystems } from '#tests/backend/store/systems-suite.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';

installIndexedDb();

const opened: (Database | TabChannel)[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function openTab(name: string) {
  const database = await openDatabase(name);
  const channel = createTabChannel(name);
  opened.push(database, channel);
  return { database, store: createIndexedDbStore(database, channel) };
}

const hands = async () => {
  const name = crypto.randomUUID();
  const [first, second] = await Promise.all([openTab(name), openTab(name)]);
  return { store: first.store, other: second.store };
};

describeStore('IndexedDB', hands);
describePeople('IndexedDB', hands);
describeSettings('IndexedDB', hands);
describeSystems('IndexedDB', hands);

describeBlobs('IndexedDB', async () => createIndexedDbBlobs((await openTab(crypto.randomUUID())).database));

test('An emptied database holds nothing of anybody, and goes on working', async () => {
  const { database, store } = await openTab(crypto.randomUUID());
  const blobs = createIndexedDbBlobs(database);
  await store.commitSession(buildCommit(1, { outbox: [buildMessage('invitation')] }));
  await store.settings.commit(buildSettingsCommit(1));
  await store.savePresence(agent, { connected: true, changedAt: 1 });
  await blobs.put('file/1', new Uint8Array([1]));

  await emptyDatabase(database);

  const rest = await Promise.all([...database.objectStoreNames].map((name) => database.count(name)));
  expect(rest.every((count) => count === 0)).toBe(true);
  await store.commitSession(buildCommit(1));
  await expect(store.loadSession(sessionId)).resolves.toMatchObject({ version: 1 });
});

test('What an older build kept is let go', async () => {
  const name = crypto.randomUUID();
  const old = await openDB(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('scenarios');
      database.createObjectStore('of-old');
    },
  });
  await old.put('scenarios', { url: 'http://localhost/s/token', entryFault: null }, 'main-path');
  old.close();

  const { database } = await openTab(name);
  expect([...database.objectStoreNames]).not.toContain('of-old');
  await expect(database.count('scenarios')).resolves.toBe(0);
});
