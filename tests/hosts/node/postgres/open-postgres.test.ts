import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { HostError } from '#hosts/node/host-error.ts';
import { migrate } from '#hosts/node/postgres/migrate.ts';
import { allMigrations } from '#hosts/node/postgres/migrations/all-migrations.ts';
import { toContact } from '#backend/session/session-query.ts';
import { openPostgres, type Postgres } from '#hosts/node/postgres/open-postgres.ts';
import { agent, buildCommit, buildRecord, sessionId, team } from '#tests/backend/store/build-record.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/postgres/open-test-database.ts';

let database: TestDatabase;
const opened: Postgres[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await database.query('drop schema public cascade');
  await database.query('create schema public');
});
afterAll(() => database.remove());

const open = async (url = database.url) => {
  const postgres = await openPostgres(url);
  opened.push(postgres);
  return postgres;
};

const changeUrl = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe('A database on PostgreSQL', () => {
  it('is set up once, however many processes start at once', async () => {
    const [first, second] = await Promise.all([open(), open(), open(), open()]);
    await first.store.commitSession(buildCommit(1));
    await expect(second.store.loadSession(sessionId)).resolves.toEqual(buildCommit(1).record);
    const steps = await database.query('select step from room_migrations');
    expect(steps).toEqual(allMigrations.map((_, index) => ({ step: index + 1 })));
  });

  it('goes through every step once, and through none when one fails', async () => {
    await migrate(database.url);
    const more = [...allMigrations, 'create table second (id text);'];
    await expect(migrate(database.url, [...more, 'create table third (id text); nonsense;'])).rejects.toThrow(
      /^The PostgreSQL server of DATABASE_URL cannot be used \(42601\)\.$/,
    );
    await expect(database.query('select * from second')).rejects.toThrow(/does not exist/);
    await migrate(database.url, more);
    await expect(database.query('select * from second')).resolves.toEqual([]);
  });

  it('brings along what customers of old sessions are found by', async () => {
    await migrate(database.url, allMigrations.slice(0, 5));
    const record = buildRecord({
      participants: buildRecord().participants.map((one) => ({ ...one, email: 'Maya@Example.com' })),
    });
    const text = JSON.stringify(record).replace('Maya', String.raw`M\u0000\ud83d`);
    await database.query(
      `insert into sessions (id, version, record, agent, team) values ('${record.id}', 1, '${text}', 'agent-1', '${record.team}')`,
    );
    const { store } = await open();
    const contact = toContact('email', 'maya@example.com');
    const found = await store.listSessions({ within: null, agent, contact, limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([sessionId]);
  });

  it('of a newer version is left alone', async () => {
    await migrate(database.url, [...allMigrations, 'create table later (id text);']);
    const known = allMigrations.length;
    const words = `written by a newer version of this program (${known + 1}; this one knows ${known})`;
    await expect(open()).rejects.toThrow(words);
  });

  it('of before there were people has its sessions in the list, by all that they are found by', async () => {
    await migrate(database.url, allMigrations.slice(0, 2));
    const [one] = buildRecord().participants;
    const record = buildRecord({ startedAt: 5_000, participants: one ? [{ ...one, name: 'Mäya\u0000\ud83d' }] : [] });
    await database.query(
      `insert into sessions (id, version, record) values ('session-1', 1, '${JSON.stringify(record)}')`,
    );

    const { store } = await open();
    const query = { within: null, state: 'open', team, agent, search: 'mäya', limit: 10 } as const;
    expect((await store.listSessions(query)).map(({ id }) => id)).toEqual(['session-1']);
  });

  it('of another program is left alone', async () => {
    await database.query('create table sessions (id text)');
    await expect(open()).rejects.toThrow(/tables of another program/);
    await expect(database.query('select * from room_migrations')).rejects.toThrow(/does not exist/);
  });

  it.each([
    ['whose password is wrong', (url: URL) => (url.password = 'another'), /refuses this user or this password/],
    ['without a password', (url: URL) => (url.password = ''), /refuses this user or this password/],
    ['whose user is unknown', (url: URL) => (url.username = 'nobody'), /refuses this user or this password/],
    ['that is not there', (url: URL) => (url.pathname = '/elsewhere'), /has no such database/],
    ['whose server is not there', (url: URL) => url.searchParams.set('host', '/nowhere'), /cannot be reached/],
    ['whose port is closed', (url: URL) => url.searchParams.set('port', '1'), /cannot be reached/],
  ])('%s is told in words, without its address', async (_, change, words) => {
    const error: unknown = await open(changeUrl(change)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HostError);
    expect(String(error)).toMatch(words);
    const { password, searchParams } = new URL(database.url);
    for (const secret of [password, 'another', searchParams.get('host')])
      if (secret) expect(String(error)).not.toContain(secret);
  });

  it('whose user may make no tables is told in words', async () => {
    await database.query(`create role guest_of_test login password 'guest'`);
    try {
      const url = changeUrl((changed) => {
        changed.username = 'guest_of_test';
        changed.password = 'guest';
      });
      await expect(open(url)).rejects.toThrow(/does not let this user make tables/);
    } finally {
      await database.query('drop role guest_of_test');
    }
  });
});
