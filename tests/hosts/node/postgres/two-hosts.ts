/** Two hosts as processes of their own, on one PostgreSQL and one folder of files. */
import { join } from 'node:path';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { SessionId } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { isLogIntact, type LogEntry } from '#backend/session/session-log.ts';
import { openPostgres } from '#hosts/node/postgres/open-postgres.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { openTestDatabase } from '#tests/support/postgres/open-test-database.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorTeam, operatorToken } from '#tests/support/start-node-host.ts';
import { type Caller, createCaller } from '#tests/support/start-session.ts';

export type TwoHosts = Awaited<ReturnType<typeof startTwoHosts>>;

export async function startTwoHosts() {
  const folder = makeTemporaryFolder();
  const database = await openTestDatabase();
  const settings = { dataFolder: join(folder.path, 'data'), database: { url: database.url } };
  const hosts = await Promise.all([spawnNodeHost(settings), spawnNodeHost(settings)]);
  const [one, other] = hosts.map(({ origin }) => origin);
  if (one === undefined || other === undefined) throw new Error('Failed to start two hosts.');
  const agent = createAgentClient((request) => fetch(request), other, operatorToken);

  return {
    database,
    one,
    other,
    /** Through the other one. */
    agent,
    startSession: async (interactions: AddInteractionInput[] = []) => {
      const customer = { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null };
      const input = { team: operatorTeam, customer, channel: 'email' as const, settings: {}, interactions };
      const { url, ...session } = await agent.startSession(input);
      return { ...session, token: readToken(url) };
    },
    /** What is stored of a session, and that nobody could have changed its log. */
    readStored: async (id: SessionId) => {
      const { store, close } = await openPostgres(database.url);
      const record = await store.loadSession(id);
      const log = await store.readLog(id, 0, 10_000);
      await close();
      if (!record) throw new Error('A session is lost.');
      return { record, log, isIntact: await isLogIntact(log, record.head) };
    },
    stop: async () => {
      await Promise.all(hosts.map(({ kill }) => kill()));
      await database.remove();
      folder.remove();
    },
  };
}

/** Says what goes over the wire to the host of this origin. */
export const callerOf = (origin: string, credential: string): Caller =>
  createCaller((request) => {
    const { pathname, search } = new URL(request.url);
    return fetch(new Request(origin + pathname + search, request));
  }, credential);

export const listTexts = (log: readonly LogEntry[]): string[] =>
  log.flatMap(({ fact }) => (fact.kind === 'message-sent' ? fact.text : []));
