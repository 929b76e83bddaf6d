import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type DataFolder, openDataFolder } from '#hosts/node/data-folder.ts';
import { allMigrations } from '#hosts/node/sqlite/migrations/all-migrations.ts';
import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { buildCommit, sessionId } from '#tests/backend/store/build-record.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
const opened: DataFolder[] = [];

beforeEach(() => {
  folder = makeTemporaryFolder();
});

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  folder.remove();
});

const openFolder = async (path = folder.path) => {
  const data = await openDataFolder(path, { createId: () => crypto.randomUUID() });
  opened.push(data);
  return data;
};
const file = () => join(folder.path, 'room.db');

describe('The data folder', () => {
  it('is made where there is none, and kept from one start to the next', async () => {
    const path = join(folder.path, 'new', 'folder');
    const first = await openFolder(path);
    await first.store.commitSession(buildCommit(1));
    await first.blobs.put('file/1', new Uint8Array([1]));
    first.close();

    const second = await openFolder(path);
    await expect(second.store.loadSession(sessionId)).resolves.toMatchObject({ version: 1 });
    await expect(second.blobs.get('file/1')).resolves.toEqual(new Uint8Array([1]));
  });

  it('belongs to one process: the second says so and stops, and may have it when the first is gone', async () => {
    const first = await openFolder();
    await expect(openFolder()).rejects.toThrow(/in use by another process/);
    first.close();
    await expect(openFolder()).resolves.toMatchObject({ path: folder.path });
  });

  it('is free again when the process that had it was killed', async () => {
    const holder = `const { openDataFolder } = await import('#hosts/node/data-folder.ts');
      await openDataFolder(${JSON.stringify(folder.path)}, { createId: () => 'id' });
      console.log('open');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', holder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(openFolder()).rejects.toThrow(/in use/);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await expect(openFolder()).resolves.toMatchObject({ path: folder.path });
  });

  it('that cannot be written is named', async () => {
    const inTheWay = join(folder.path, 'file');
    writeFileSync(inTheWay, '');
    await expect(openFolder(join(inTheWay, 'data'))).rejects.toThrow(/file\/data cannot be written/);
  });

  it('loses what was being written when the process died, and nothing else', async () => {
    const first = await openFolder();
    await first.blobs.put('file/1', new Uint8Array([1]));
    first.close();
    writeFileSync(join(folder.path, 'blobs', 'incoming', 'half'), 'half');

    const { blobs } = await openFolder();
    expect(readdirSync(join(folder.path, 'blobs', 'incoming'))).toEqual([]);
    await expect(blobs.list('')).resolves.toEqual(['file/1']);
  });
});

describe('The database file', () => {
  it('that is damaged is named, not repaired by guesses', async () => {
    writeFileSync(file(), 'This is no database, whatever its name says. '.repeat(200));
    await expect(openFolder()).rejects.toThrow(/room\.db is damaged/);
  });

  it('with a broken page is found out at the start', async () => {
    const { store, close } = await openFolder();
    for (let version = 1; version < 40; version += 1) await store.commitSession(buildCommit(version));
    close();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0x5a, 4_096 * 3, 4_096 * 4));
    await expect(openFolder()).rejects.toThrow(/room\.db is damaged/);
  });

  it('of a newer version is left alone', async () => {
    openDatabase(file(), [...allMigrations, 'create table later (id text) strict;']).close();
    await expect(openFolder()).rejects.toThrow(/written by a newer version/);
  });

  it('of another program is left alone', async () => {
    const database = openDatabase(file());
    database.pragma('application_id = 1');
    database.close();
    await expect(openFolder()).rejects.toThrow(/another program/);
  });

  it('goes through every step once, and stays at the step before one that fails', () => {
    openDatabase(file()).close();
    const broken = [
      ...allMigrations,
      'create table second (id text) strict;',
      'create table third (id text); nonsense;',
    ];
    expect(() => openDatabase(file(), broken)).toThrow(/room\.db/);

    const database = openDatabase(file(), broken.slice(0, -1));
    const tables = database.prepare('select name from sqlite_schema').pluck().all();
    expect(tables).toContain('second');
    expect(tables).not.toContain('third');
    database.close();
  });
});
