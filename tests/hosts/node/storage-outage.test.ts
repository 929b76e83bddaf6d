/** The disk beneath the data folder fails while the host runs; `faults.test.ts` shows what customers and operators see of it. */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type DataFolder, openDataFolder } from '#hosts/node/data-folder.ts';
import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';
import { buildCommit, buildMessage, sessionId } from '#tests/backend/store/build-record.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let data: DataFolder;
const path = () => join(folder.path, 'data');

beforeEach(async () => {
  folder = makeTemporaryFolder();
  data = await openDataFolder(path(), { createId: () => crypto.randomUUID() });
});

afterEach(() => {
  data.close();
  folder.remove();
});

const comeBackLater: unknown = expect.objectContaining({ code: 'service-unavailable', details: { retryAfter: 5 } });

describe('A database that may not grow any more', () => {
  it('takes nothing of a commit, says so, and takes all of it when there is room', async () => {
    const database = openDatabase(join(folder.path, 'small.db'));
    const store = createSqliteStore(database);
    await store.commitSession(buildCommit(1));
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);

    const large = buildCommit(2, { outbox: [{ ...buildMessage('new'), url: 'x'.repeat(40_000) }] });
    await expect(store.commitSession(large)).rejects.toEqual(comeBackLater);
    await expect(store.loadSession(sessionId)).resolves.toMatchObject({ version: 1 });
    await expect(store.readLog(sessionId, 0, 10)).resolves.toHaveLength(1);

    database.pragma('max_page_count = 1000');
    await store.commitSession(large);
    await expect(store.listOutbox()).resolves.toHaveLength(1);
    database.close();
  });
});

describe('A data folder that is moved away while it is used', () => {
  it('takes no writes, says so of what it cannot find, and goes on when it is back', async () => {
    await data.store.commitSession(buildCommit(1));
    await data.blobs.put('file/1', new Uint8Array([1]));
    renameSync(path(), `${path()}-away`);

    await expect(data.store.commitSession(buildCommit(2))).rejects.toEqual(comeBackLater);
    await expect(data.blobs.put('file/2', new Uint8Array([2]))).rejects.toEqual(comeBackLater);
    await expect(data.blobs.get('file/1')).rejects.toEqual(comeBackLater);
    await expect(data.probe()).rejects.toEqual(comeBackLater);

    renameSync(`${path()}-away`, path());
    await data.store.commitSession(buildCommit(2));
    await data.blobs.put('file/2', new Uint8Array([2]));
    await expect(data.blobs.list('')).resolves.toEqual(['file/1', 'file/2']);
    await expect(data.probe()).resolves.toBeUndefined();
  });

  it('and replaced by another takes no writes either, because they would be lost with it', async () => {
    renameSync(path(), `${path()}-away`);
    const other = await openDataFolder(path(), { createId: () => crypto.randomUUID() });
    await expect(data.store.commitSession(buildCommit(1))).rejects.toEqual(comeBackLater);
    await expect(other.store.loadSession(sessionId)).resolves.toBeUndefined();
    other.close();
    rmSync(path(), { recursive: true });
  });
});

describe('A database that another program holds', () => {
  it('is waited for, and then the customer is told to come back', async () => {
    const database = openDatabase(join(folder.path, 'held.db'));
    database.pragma('busy_timeout = 50');
    const store = createSqliteStore(database);
    const backup = new SqliteDatabase(join(folder.path, 'held.db'));
    backup.exec('begin immediate');
    await expect(store.commitSession(buildCommit(1))).rejects.toEqual(comeBackLater);
    backup.exec('rollback');
    await store.commitSession(buildCommit(1));
    backup.close();
    database.close();
  });
});

describe('A page of the database that breaks while the host runs', () => {
  it('is no defect of what was asked: the customer is told to come back, and the cause is named', async () => {
    const path = join(folder.path, 'worn.db');
    const database = openDatabase(path);
    const store = createSqliteStore(database);
    for (let version = 1; version < 40; version += 1) await store.commitSession(buildCommit(version));
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('shrink_memory');
    const bytes = readFileSync(path);
    const file = openSync(path, 'r+');
    writeSync(file, bytes.fill(0x5a, 4_096 * 2), 4_096 * 2, bytes.byteLength - 4_096 * 2, 4_096 * 2);
    closeSync(file);

    const asked = store.readLog(sessionId, 0, 100);
    await expect(asked).rejects.toEqual(comeBackLater);
    await expect(asked).rejects.toHaveProperty('cause.code', 'SQLITE_CORRUPT');
    database.close();
    expect(() => openDatabase(path)).toThrow(/worn\.db is damaged/);
  });
});

describe('What is wrong with the program', () => {
  it('is no outage: a message that was sent before is a defect', async () => {
    await data.store.commitSession(buildCommit(1, { outbox: [buildMessage('sent')] }));
    const twice = data.store.commitSession(buildCommit(2, { outbox: [buildMessage('sent')] }));
    await expect(twice).rejects.toThrow('UNIQUE');
  });
});
