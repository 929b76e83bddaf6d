/** The list of sessions in SQL: what a session is found by stands in columns of its own, beside the record. */
import { type Kysely, sql } from 'kysely';

import { type SessionQuery, toSessionKeys } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export function toSessionColumns(record: SessionRecord) {
  const { startedAt, agent, team, state, customer, email, phone } = toSessionKeys(record);
  return { started_at: startedAt, agent, team, state, customer, email, phone };
}

/** Note: SQLite has no escape of its own, PostgreSQL has this one. */
const contains = (column: string, part: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`;

export async function listSessions(db: Kysely<Tables>, query: SessionQuery): Promise<SessionRecord[]> {
  const { within, state, team, agent, contact, search, after, limit } = query;
  let found = db.selectFrom('sessions').select('record');
  if (within) {
    const { agent: own, teams } = within;
    found = found.where((is) => is.or([is('agent', '=', own), ...teams.map((one) => is('team', '=', one))]));
  }
  if (state !== undefined) found = found.where('state', '=', state);
  if (team !== undefined) found = found.where('team', '=', team);
  if (agent !== undefined) found = found.where('agent', agent === null ? 'is' : '=', agent);
  if (contact) found = found.where(contact.kind, '=', contact.value);
  if (search !== undefined) found = found.where(contains('customer', search));
  if (after) {
    found = found.where((is) =>
      is.or([
        is('started_at', '<', after.startedAt),
        is.and([is('started_at', '=', after.startedAt), is('id', '<', after.id)]),
      ]),
    );
  }
  const rows = await found.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ record }) => record);
}
