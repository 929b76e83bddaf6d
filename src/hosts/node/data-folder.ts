/**
 * Everything the host keeps, in one folder of its own: `room.db` (SQLite) and `blobs`, unless those are in a bucket. One process at a time: `room.lock` is held
 * as long as it lives, and falls with it however it ends.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import SqliteDatabase from 'better-sqlite3';

import type { Blobs } from '#backend/store/blobs.ts';
import type { Store } from '#backend/store/store.ts';
import { openBlobs } from '#hosts/node/blobs/open-blobs.ts';
import { HostError } from '#hosts/node/host-error.ts';
import type { CallCounts } from '#hosts/node/limits/shared-limits.ts';
import type { S3Settings } from '#hosts/node/settings/s3-settings.ts';
import { type Database, openDatabase, toHostError } from '#hosts/node/sqlite/open-database.ts';
import { prepareTouch } from '#hosts/node/sqlite/report-outages.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';

/** What the host keeps, wherever that is. */
export type HostData = {
  path: string;
  store: Store;
  blobs: Blobs;
  /** Of calls, where other processes count them, too. */
  counts: CallCounts | null;
  /**
   * Writes a little wherever this host alone writes. @throws when that fails. Note: a bucket is everybody's; were it out, no host would
   * be ready, and customers could not even answer questions.
   */
  probe: () => Promise<void>;
  close: () => Promise<void> | void;
};

export type DataFolder = Omit<HostData, 'close'> & { close: () => void };

/** `s3`: files lie there instead. */
type Options = { createId: () => string; s3?: S3Settings | null };

/** @throws {HostError} when it cannot be written, is in use, or holds what this program cannot read. */
export async function openDataFolder(folder: string, { createId, s3 = null }: Options): Promise<DataFolder> {
  const path = resolve(folder);
  assertWritable(path);
  const unlock = lockFolder(path);
  try {
    const database = openDatabase(join(path, 'room.db'));
    const touch = prepareTouch(database);
    const blobs = await openBlobs(join(path, 'blobs'), s3, { createId, isShared: false });
    return {
      path,
      store: createSqliteStore(database),
      blobs,
      counts: null,
      probe: async () => {
        touch();
        if (s3 === null) await touchBlobs(blobs);
      },
      close: () => {
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function touchBlobs(blobs: Blobs): Promise<void> {
  await blobs.put('probe', new Uint8Array(1));
  await blobs.delete('probe');
}

/** Makes it where there is none. @throws {HostError} */
export function assertWritable(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new HostError(`${path} cannot be written. Choose another data folder, or change its rights.`, { cause });
  }
}

/** Note: a lock of the operating system, held through SQLite: a file with a process id in it would outlive a killed process. */
function lockFolder(path: string): () => void {
  const file = join(path, 'room.lock');
  try {
    const lock = new SqliteDatabase(file, { timeout: 0 });
    return hold(lock, path);
  } catch (error) {
    throw toHostError(error, file);
  }
}

function hold(lock: Database, path: string): () => void {
  try {
    lock.exec('begin exclusive');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (!(error instanceof SqliteDatabase.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new HostError(`${path} is in use by another process. Stop that one first, or choose another data folder.`, {
      cause: error,
    });
  }
}
