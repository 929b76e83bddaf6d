import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { getSession } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { usualPatience } from '#hosts/node/postgres/connection.ts';
import { openPostgres } from '#hosts/node/postgres/open-postgres.ts';
import { agent, buildCommit, sessionId } from '#tests/backend/store/build-record.ts';
import { buildDelivery } from '#tests/backend/store/systems-suite.ts';
import { openPostgresProxy, type PostgresProxy } from '#tests/support/postgres/open-postgres-proxy.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/postgres/open-test-database.ts';
import { type NodeHost, operatorTeam, startNodeHost } from '#tests/support/start-node-host.ts';

let database: TestDatabase;
let proxy: PostgresProxy;
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  proxy = await openPostgresProxy(database.url);
});
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
  await database.query('drop schema public cascade');
  await database.query('create schema public');
});
afterAll(async () => {
  proxy.close();
  await database.remove();
});

const openStore = async (patience = usualPatience) => {
  const postgres = await openPostgres(proxy.url, { patience });
  undo.push(postgres.close);
  return { ...postgres, ...postgres.store };
};

const startHost = async (): Promise<NodeHost> => {
  const host = await startNodeHost({ settings: { database: { url: proxy.url } } });
  undo.push(host.stop);
  return host;
};

const startSession = (host: NodeHost) =>
  host.agent.startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [],
  });

/** As it is on the wire. */
const ask = (url: string, { method, path }: Pick<Endpoint, 'method' | 'path'>, key: string, input?: unknown) =>
  fetch(new URL(url).origin + toPath(path, {}), {
    method,
    headers: {
      authorization: `Bearer ${readToken(url)}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  });

/** Until as many wait for a lock as there should. */
const untilWaiting = () =>
  expect
    .poll(async () =>
      database.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    )
    .toHaveLength(1);

const unavailable = { code: 'service-unavailable' };

describe('A connection to PostgreSQL that is cut', () => {
  it('while nobody uses it costs nobody anything: whoever asks next reads and writes, at the first time of asking', async () => {
    const host = await startHost();
    const { url } = await startSession(host);
    const read = () => ask(url, getSession, 'unused-key');
    const messages = () => database.query(`select 1 from log_entries where entry like '%Hello%'`);
    for (const [round, next] of [read, () => ask(url, sendMessage, 'key-0001', { text: 'Hello' })].entries()) {
      await Promise.all(Array.from({ length: 12 }, read));
      proxy.breakWhenUsed();
      expect((await next()).status).toBe(200);
      await expect(messages()).resolves.toHaveLength(round);
    }
  });

  it('while nobody uses it is passed over by a write that stands alone, too', async () => {
    const store = await openStore();
    await Promise.all(Array.from({ length: 12 }, () => store.loadSession(sessionId)));
    proxy.breakWhenUsed();
    await store.systems.addDelivery(buildDelivery('delivery-0001'));
    await expect(database.query('select 1 from webhook_deliveries')).resolves.toHaveLength(1);
  });

  it('again and again while many write and read shows to nobody who asks after it', async () => {
    const host = await startHost();
    const { url } = await startSession(host);
    for (let round = 0; round < 10; round += 1) {
      await database.cutConnections();
      const text = `Message ${round}`;
      expect((await ask(url, sendMessage, `key-00${round}0`, { text })).status).toBe(200);
    }
  });

  it('right after a write that stands alone was done does not do it twice', async () => {
    const store = await openStore();
    const delivery = buildDelivery('delivery-0001');
    proxy.loseAnswerTo(delivery.id);
    await expect(store.systems.addDelivery(delivery)).rejects.toMatchObject(unavailable);
    expect(proxy.isAnswerLost()).toBe(true);
    await expect(database.query('select 1 from webhook_deliveries')).resolves.toHaveLength(1);
  });

  it('in the middle of a write says “come back” to whoever waits, and leaves nothing: who comes back is served', async () => {
    const host = await startHost();
    const { url } = await startSession(host);
    const { release } = await database.hold('select 1 from sessions for update');
    const waiting = ask(url, sendMessage, 'key-0001', { text: 'Hello' });
    await untilWaiting();
    await database.cutConnections();
    const response = await waiting;
    await release();

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    await expect(response.json()).resolves.toMatchObject(unavailable);
    expect((await ask(url, sendMessage, 'key-0001', { text: 'Hello' })).status).toBe(200);
    await expect(database.query(`select 1 from log_entries where entry like '%Hello%'`)).resolves.toHaveLength(1);
  });

  it('is opened again by those who watch, and they are told that they may have missed something', async () => {
    const store = await openStore();
    await store.commitSession(buildCommit(1));
    await store.savePresence(agent, { connected: true, changedAt: 1 });
    await database.cutConnections();
    const session = new Promise<void>((resolve) => {
      store.watchSession(sessionId, resolve);
    });
    const presence = new Promise((resolve) => {
      store.watchPresence(resolve);
    });
    await session;
    await expect(presence).resolves.toBe(agent);

    const next = new Promise<void>((resolve) => {
      store.watchSession(sessionId, resolve);
    });
    await expect.poll(() => store.commitSession(buildCommit(2)).then(() => 'done', String)).toBe('done');
    await next;
  });

  it('right after a write was done does not do it twice: asking again finds it done', async () => {
    const host = await startHost();
    const { url } = await startSession(host);
    const words = 'Written once';
    proxy.loseCommitOf(words);
    const lost = await ask(url, sendMessage, 'key-0001', { text: words });
    expect(proxy.isAnswerLost()).toBe(true);
    expect(lost.status).toBe(503);
    await expect(database.query(`select 1 from log_entries where entry like '%${words}%'`)).resolves.toHaveLength(1);

    expect((await ask(url, sendMessage, 'key-0001', { text: words })).status).toBe(200);
    await expect(database.query(`select 1 from log_entries where entry like '%${words}%'`)).resolves.toHaveLength(1);
  });
});

describe('A network that swallows everything', () => {
  it('is noticed in time, and forgotten when it is well again', async () => {
    const store = await openStore({ ...usualPatience, connecting: 1_000, holding: 1_000 });
    await store.commitSession(buildCommit(1));
    proxy.stall();
    await expect(store.loadSession(sessionId)).rejects.toMatchObject(unavailable);
    await expect(store.commitSession(buildCommit(2))).rejects.toMatchObject(unavailable);
    await expect(store.probe()).rejects.toMatchObject(unavailable);
    proxy.heal();
    await store.commitSession(buildCommit(2));
    await expect(store.loadSession(sessionId)).resolves.toMatchObject({ version: 2 });
  });
});

describe('A writer whom another one keeps waiting', () => {
  it('is told to come back after a while, by the server itself', async () => {
    const store = await openStore({ ...usualPatience, statement: 1_000 });
    await store.commitSession(buildCommit(1));
    const { release } = await database.hold('select 1 from sessions for update');
    const ended = { ...unavailable, cause: { code: '57014' } };
    await expect(store.commitSession(buildCommit(2))).rejects.toMatchObject(ended);
    await release();
    await store.commitSession(buildCommit(2));
  });
});
