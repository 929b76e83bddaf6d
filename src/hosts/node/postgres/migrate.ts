/** Brings a database up to date: all steps or none, one process at a time however many start at once. */
import type { Client } from 'pg';

import { HostError } from '#hosts/node/host-error.ts';
import { onOwnConnection } from '#hosts/node/postgres/connection.ts';
import { allMigrations } from '#hosts/node/postgres/migrations/all-migrations.ts';
import { toHostError } from '#hosts/node/postgres/to-host-error.ts';

/** “room” in ASCII; whoever holds this lock changes the tables. */
const lockKey = 0x72_6f_6f_6d;

/** @throws {HostError} when the database is newer than this program, out of reach, or not ours. */
export async function migrate(url: string, migrations = allMigrations): Promise<void> {
  try {
    await onOwnConnection(url, async (client) => {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(${lockKey})`);
      await goThrough(client, migrations);
      await client.query('commit');
    });
  } catch (error) {
    throw toHostError(error);
  }
}

async function goThrough(client: Client, migrations: readonly string[]): Promise<void> {
  await client.query('create table if not exists room_migrations (step integer primary key)');
  const { rows } = await client.query<{ step: number }>('select step from room_migrations');
  if (rows.length > migrations.length)
    throw new HostError(
      `The database of DATABASE_URL was written by a newer version of this program (${rows.length}; this one knows ${migrations.length}).`,
    );
  for (const [index, migration] of migrations.entries()) {
    if (index < rows.length) continue;
    await client.query(migration);
    await client.query('insert into room_migrations values ($1)', [index + 1]);
  }
}
