import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';
import { openFolderBlobs } from '#hosts/node/blobs/folder-blobs.ts';
import { describeBlobs } from '#tests/backend/store/blobs-suite.ts';
import { buildCommit, buildEntry, buildMessage, buildRecord, sessionId } from '#tests/backend/store/build-record.ts';
import { describePeople } from '#tests/backend/store/people-suite.ts';
import { describeSettings } from '#tests/backend/store/settings-suite.ts';
import { describeStore } from '#tests/backend/store/store-suite.ts';
import { describeSystems } from '#tests/backend/store/systems-suite.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

const makeFolder = (): string => {
  const { path, remove } = makeTemporaryFolder();
  undo.push(remove);
  return path;
};

const open = (path: string) => {
  const database = openDatabase(path);
  undo.push(() => database.close());
  return { database, store: createSqliteStore(database) };
};

const hands = () => {
  const { store } = open(join(makeFolder(), 'room.db'));
  return Promise.resolve({ store, other: store });
};

describeStore('SQLite', hands);
describePeople('SQLite', hands);
describeSettings('SQLite', hands);
describeSystems('SQLite', hands);

describeBlobs('folder', () => openFolderBlobs(makeFolder(), { createId: () => crypto.randomUUID() }));

describe('A session in SQLite', () => {
  it('is there after the file was closed and opened again', async () => {
    const path = join(makeFolder(), 'room.db');
    const first = open(path);
    await first.store.commitSession(buildCommit(1, { outbox: [buildMessage('invitation')] }));
    first.database.close();

    const { store } = open(path);
    await expect(store.loadSession(sessionId)).resolves.toEqual(buildCommit(1).record);
    await expect(store.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1)]);
    await expect(store.listOutbox()).resolves.toMatchObject([buildMessage('invitation')]);
  });

  it('is written to the disk before anybody is told that it is', () => {
    const { database } = open(join(makeFolder(), 'room.db'));
    const read = (name: string) => database.pragma(name, { simple: true });
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual(['wal', 2, 1]);
    expect(read('busy_timeout')).toBeGreaterThan(0);
  });

  it('whose last message is refused leaves no trace, because all of it is one transaction', async () => {
    const { store } = open(join(makeFolder(), 'room.db'));
    await store.commitSession(buildCommit(1, { outbox: [buildMessage('sent')] }));
    const second = buildCommit(2, { outbox: [buildMessage('new'), buildMessage('sent')] });
    await expect(store.commitSession(second)).rejects.toThrow('UNIQUE');

    await expect(store.loadSession(sessionId)).resolves.toEqual(buildRecord(buildCommit(1).record));
    await expect(store.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1)]);
    await expect(store.listOutbox()).resolves.toMatchObject([buildMessage('sent')]);
  });
});
