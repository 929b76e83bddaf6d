/** A database of its own on the one PostgreSQL of this run (`tests/support/setup/postgres.ts`), for one file of tests. */
import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

export type TestDatabase = {
  url: string;
  /** As its owner, on a connection that has nothing to do with the host's. */
  query: <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Holds what the query locks, on a connection of its own, until it is released. */
  hold: (text: string) => Promise<{ release: () => Promise<void> }>;
  /** All those of hosts, those that listen included; gives how many. */
  cutConnections: () => Promise<number>;
  remove: () => Promise<void>;
};

export async function openTestDatabase(): Promise<TestDatabase> {
  const serverUrl = await findServer();
  const name = `room_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;

  const owner = new Client({ connectionString: url.href });
  await owner.connect();
  return {
    url: url.href,
    query: async <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
      (await owner.query<Row>(text, values)).rows,
    hold: async (text) => {
      const holder = new Client({ connectionString: url.href });
      await holder.connect();
      await holder.query('begin');
      await holder.query(text);
      return { release: () => holder.end() };
    },
    cutConnections: async () => {
      const { rowCount } = await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'session-room'`);
      return rowCount ?? 0;
    },
    remove: async () => {
      await owner.end();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

async function findServer(): Promise<string> {
  const door = process.env['TEST_POSTGRES_DOOR'];
  if (door === undefined)
    throw new Error('Failed to find PostgreSQL: this project has no tests/support/setup/postgres.ts.');
  const response = await fetch(door);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
