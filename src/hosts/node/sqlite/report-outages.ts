/**
 * SQLite as Kysely drives it, with the failures of the disk told from ours: whoever asked is to come back (`storage-outage.ts`). What
 * breaks a constraint is a defect, and stays one.
 */
import { statSync } from 'node:fs';

import SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as DrivenDatabase } from 'kysely';

import { toStorageOutage } from '#backend/store/storage-outage.ts';
import type { Database } from '#hosts/node/sqlite/open-database.ts';

const outages = /^SQLITE_(BUSY|CANTOPEN|CORRUPT|FULL|IOERR|LOCKED|NOMEM|NOTADB|PERM|PROTOCOL|READONLY)/;

const isOutage = (error: unknown): boolean => error instanceof SqliteDatabase.SqliteError && outages.test(error.code);

export function reportOutages(database: Database): DrivenDatabase {
  const isInPlace = watchPlace(database.name);
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw isOutage(error) ? toStorageOutage(error) : error;
    }
  };
  const prepare = keepPrepared((sql) => attempt(() => database.prepare(sql)));
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => attempt(() => statement.all(...parameters)),
        iterate: (parameters) => statement.iterate(...parameters),
        run: (parameters) => {
          // Note: SQLite may have rolled back by itself already, and another word about it would hide what was wrong.
          if (sql === 'rollback') return database.inTransaction ? statement.run() : nothingDone;
          // Note: SQLite goes on writing to a file that was removed, and nobody would ever find it.
          if (!isInPlace()) throw toStorageOutage(new Error(`Failed to write: ${database.name} was moved or removed.`));
          return attempt(() => statement.run(...parameters));
        },
      };
    },
  };
}

/** More than there are, unless rows are written in ever new numbers. */
const mostPrepared = 200;

/** Compiling a statement takes longer than running it, and there are a few dozen of them. */
function keepPrepared<Statement>(prepare: (sql: string) => Statement): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size === mostPrepared) kept.clear();
    const statement = prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}

/** A write that changes nothing, to see whether one could be made. */
export function prepareTouch(database: Database): () => void {
  const version = Number(database.pragma('user_version', { simple: true }));
  const statement = reportOutages(database).prepare(`pragma user_version = ${version}`);
  return () => void statement.run([]);
}

const nothingDone = { changes: 0, lastInsertRowid: 0 };

/** Whether the file of this name is still the one that it was. */
function watchPlace(path: string): () => boolean {
  const identify = () => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const known = identify();
  return () => identify() === known;
}
