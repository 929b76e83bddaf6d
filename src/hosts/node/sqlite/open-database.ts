/**
 * Opens the database file as this program needs it: every commit on the disk before it is answered, the newest tables, and a
 * plain word about a file that cannot be used. Operators read these messages.
 */
import { accessSync, constants, existsSync } from 'node:fs';

import SqliteDatabase from 'better-sqlite3';

import { HostError } from '#hosts/node/host-error.ts';
import { allMigrations } from '#hosts/node/sqlite/migrations/all-migrations.ts';

export type Database = SqliteDatabase.Database;

/** “room” in ASCII: tells our files from anybody else's. */
const applicationId = 0x72_6f_6f_6d;
const busyMilliseconds = 5_000;

/** @throws {HostError} when the file is newer than this program, damaged, somebody else's, or cannot be written. */
export function openDatabase(path: string, migrations = allMigrations): Database {
  assertWritable(path);
  try {
    return prepare(new SqliteDatabase(path, { timeout: busyMilliseconds }), path, migrations);
  } catch (error) {
    throw toHostError(error, path);
  }
}

/** Note: SQLite would open it for reading, without a word, and leave files beside it that may not be written either. */
function assertWritable(path: string): void {
  try {
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new HostError(`${path} cannot be written. Give this program the right to write there.`, { cause });
  }
}

function prepare(database: Database, path: string, migrations: readonly string[]): Database {
  try {
    assertUsable(database, path, migrations.length);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const readNumber = (database: Database, pragma: string): number => Number(database.pragma(pragma, { simple: true }));

function assertUsable(database: Database, path: string, known: number): void {
  // Note: a damaged file may well open, and fail months later on the one page that is broken.
  const health = database.pragma('quick_check(1)', { simple: true });
  if (health !== 'ok') throw new HostError(`${path} is damaged (${String(health)}). Restore it from a backup.`);
  const version = readNumber(database, 'user_version');
  const isOurs = readNumber(database, 'application_id') === applicationId;
  const hasTables = database.prepare('select 1 from sqlite_schema').get() !== undefined;
  if (!isOurs && hasTables) throw new HostError(`${path} is a database of another program. Choose another folder.`);
  if (isOurs && version > known)
    throw new HostError(
      `${path} was written by a newer version of this program (${version}; this one knows ${known}).`,
    );
}

/** One transaction a step, its number included: a step that fails leaves the file at the step before. */
function migrate(database: Database, migrations: readonly string[]): void {
  const done = readNumber(database, 'user_version');
  for (const [index, migration] of migrations.entries()) {
    if (index < done) continue;
    database
      .transaction(() => {
        database.exec(migration);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}

const reasons: readonly [code: RegExp, reason: string][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'is damaged or no database. Restore it from a backup.'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'cannot be written. Give this program the right to write there.'],
  [/^SQLITE_FULL/, 'cannot be written: the disk is full.'],
];

/** Anything but SQLite's own failures is given back as it is. */
export function toHostError(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const reason = reasons.find(([code]) => code.test(error.code))?.[1] ?? `cannot be used (${error.code}).`;
  return new HostError(`${path} ${reason}`, { cause: error });
}
