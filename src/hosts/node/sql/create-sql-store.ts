/**
 * The storage port in SQL, written once for every database the Node host runs on: a commit is one transaction over everything it
 * writes, guarded by the session's version.
 */
import type { Insertable, Transaction } from 'kysely';

import { emptyOutbox } from '#backend/messages/count-outbox.ts';
import { toStored } from '#backend/messages/delivery.ts';
import { listStartGuards } from '#backend/store/start-guards.ts';
import { type SessionCommit, type Store, VersionConflictError } from '#backend/store/store.ts';
import { createSqlClaims, toDeliveryColumns } from '#hosts/node/sql/claims.ts';
import { listMessages } from '#hosts/node/sql/list-messages.ts';
import { listSessions, toSessionColumns } from '#hosts/node/sql/list-sessions.ts';
import type { SqlDatabase } from '#hosts/node/sql/news.ts';
import { createSqlPeople } from '#hosts/node/sql/sql-people.ts';
import { createSqlKeys } from '#hosts/node/sql/sql-keys.ts';
import { createSqlSettings } from '#hosts/node/sql/sql-settings.ts';
import { createSqlWebhooks, toDeliveryRow } from '#hosts/node/sql/sql-webhooks.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export function createSqlStore(database: SqlDatabase): Store {
  const { db, commit, watchSession, watchPresence, watchTyping, tellTyping, attend, isThere, watchAttendance } =
    database;
  return {
    async loadSession(id) {
      const row = await db.selectFrom('sessions').select('record').where('id', '=', id).executeTakeFirst();
      return row?.record;
    },
    async findSessionByLink(tokenHash) {
      const found = db.selectFrom('links').innerJoin('sessions', 'sessions.id', 'links.session_id');
      const row = await found.select('record').where('token_hash', '=', tokenHash).executeTakeFirst();
      return row?.record;
    },
    commitSession: (session) =>
      commit({ kind: 'session', id: session.record.id }, (transaction) => write(transaction, session)),
    listSessions: (query) => listSessions(db, query),
    async readLog(id, after, limit) {
      const entries = db
        .selectFrom('log_entries')
        .select('entry')
        .where('session_id', '=', id)
        .where('seq', '>', after);
      const rows = await entries.orderBy('seq').limit(limit).execute();
      return rows.map(({ entry }) => entry);
    },
    watchSession,
    attend,
    isThere,
    watchAttendance,
    tellTyping,
    watchTyping,
    async listOutbox() {
      const rows = await db.selectFrom('outbox').select(['message', 'delivery']).orderBy('position').execute();
      return rows.map(({ message, delivery }) => ({ ...message, delivery }));
    },
    listMessages: (query) => listMessages(db, query),
    async countOutbox() {
      const counted = db.selectFrom('outbox').select(['state', ({ fn }) => fn.countAll().as('messages')]);
      const rows = await counted.groupBy('state').execute();
      return { ...emptyOutbox, ...Object.fromEntries(rows.map(({ state, messages }) => [state, Number(messages)])) };
    },
    ...createSqlClaims(database),
    async loadPresence(agent) {
      const row = await db.selectFrom('presences').select('presence').where('agent', '=', agent).executeTakeFirst();
      return row?.presence;
    },
    savePresence: (agent, value) =>
      commit({ kind: 'presence', id: agent }, async (transaction) => {
        const presence = JSON.stringify(value);
        const insert = transaction.insertInto('presences').values({ agent, presence });
        await insert.onConflict((known) => known.column('agent').doUpdateSet({ presence })).execute();
      }),
    watchPresence,
    settings: createSqlSettings(db),
    people: createSqlPeople(db),
    systems: { ...createSqlKeys(db), ...createSqlWebhooks(database) },
  };
}

async function write(db: Transaction<Tables>, commit: SessionCommit) {
  const { record, expectedVersion, entries, outbox, deliveries = [], wakeAt } = commit;
  const { id, version } = record;
  const row = {
    id,
    version,
    record: JSON.stringify(record),
    ...toSessionColumns(record),
    ...(wakeAt !== undefined && { wake_at: wakeAt }),
  };
  await writeRecord(db, row, expectedVersion);
  await guardStart(db, commit);
  const links = record.links.map(({ tokenHash }) => ({ token_hash: tokenHash, session_id: id }));
  const lines = entries.map((entry) => ({ session_id: id, seq: entry.seq, entry: JSON.stringify(entry) }));
  const messages = outbox.map((message) => ({
    id: message.id,
    session_id: id,
    message: JSON.stringify(message),
    ...toDeliveryColumns(toStored(message)),
  }));
  for (const some of inParts(links)) {
    await db
      .insertInto('links')
      .values(some)
      .onConflict((known) => known.doNothing())
      .execute();
  }
  for (const some of inParts(lines)) await db.insertInto('log_entries').values(some).execute();
  for (const some of inParts(messages)) await db.insertInto('outbox').values(some).execute();
  for (const some of inParts(deliveries.map(toDeliveryRow))) {
    await db.insertInto('webhook_deliveries').values(some).execute();
  }
}

/** Note: whoever starts first holds the agent's row (the team's for systems) until they are done, and only then does the next one look. */
async function guardStart(db: Transaction<Tables>, commit: SessionCommit): Promise<void> {
  const guards = listStartGuards(commit);
  if (guards.length === 0) return;
  const agent = commit.record.agent?.id ?? commit.record.team;
  const insert = db.insertInto('starting_agents').values({ agent });
  await insert.onConflict((known) => known.column('agent').doUpdateSet({ agent })).execute();
  for (const { query, assert } of guards) assert(await listSessions(db, query));
}

/** Note: a statement has a limit of parameters, and each costs a trip to the database. */
function* inParts<Row>(rows: readonly Row[], size = 500): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

type Row = Insertable<Tables['sessions']>;

/** @throws {VersionConflictError} */
async function writeRecord(db: Transaction<Tables>, row: Row, expectedVersion: number): Promise<void> {
  const { id, ...changes } = row;
  const isNew = expectedVersion === 0;
  const written = isNew
    ? await db
        .insertInto('sessions')
        .values(row)
        .onConflict((known) => known.doNothing())
        .executeTakeFirst()
    : await db
        .updateTable('sessions')
        .set(changes)
        .where('id', '=', id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
  const count = 'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
  if (count !== 1n) throw new VersionConflictError(id);
}
