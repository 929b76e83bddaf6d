/**
 * The store on PostgreSQL, which any number of processes share: exactly one of those who commit from the same version wins, and each
 * commit tells all of them, by `NOTIFY` inside its transaction.
 */
import { Kysely, sql } from 'kysely';

import type { Store } from '#backend/store/store.ts';
import type { CallCounts } from '#hosts/node/limits/shared-limits.ts';
import { keepAttendance } from '#hosts/node/postgres/attendance.ts';
import { keepCallCounts } from '#hosts/node/postgres/call-counts.ts';
import { type Patience, usualPatience } from '#hosts/node/postgres/connection.ts';
import { migrate } from '#hosts/node/postgres/migrate.ts';
import { channel, listen } from '#hosts/node/postgres/listen.ts';
import { readNews, toPayload } from '#hosts/node/postgres/news-payload.ts';
import { openPool } from '#hosts/node/postgres/open-pool.ts';
import { OutageReportingDialect } from '#hosts/node/postgres/report-outages.ts';
import { createSqlStore } from '#hosts/node/sql/create-sql-store.ts';
import { createNewsWatchers, type News } from '#hosts/node/sql/news.ts';
import { parseJsonColumns } from '#hosts/node/sql/parse-json-columns.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export type Postgres = { store: Store; counts: CallCounts; probe: () => Promise<void>; close: () => Promise<void> };

type Options = { tell?: (event: string) => void; patience?: Patience };

/** @throws {HostError} when the server cannot be reached or used, or its database is newer than this program. */
export async function openPostgres(
  url: string,
  { tell = () => undefined, patience = usualPatience }: Options = {},
): Promise<Postgres> {
  await migrate(url);
  const db = new Kysely<Tables>({
    dialect: new OutageReportingDialect({ pool: openPool(url, patience) }),
    plugins: [parseJsonColumns],
  });
  const watchers = createNewsWatchers();
  const listener = await listen(url, {
    onPayload: (payload) => {
      const news = readNews(payload);
      if (news) watchers.tell(news);
    },
    onGap: async () => {
      const agents = await db.selectFrom('presences').select('agent').execute();
      watchers.tellAll(agents.map(({ agent }) => agent));
    },
    onStateChange: (state) => tell(state === 'lost' ? 'database connection lost' : 'database connection back'),
  }).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });

  const notify = async (news: News, connection: Kysely<Tables> = db): Promise<void> => {
    await sql`select pg_notify(${channel}, ${toPayload(news)})`.execute(connection);
  };
  const attendance = keepAttendance(db, (id) => notify({ kind: 'attendance', id }));
  return {
    store: createSqlStore({
      db,
      skipsLocked: true,
      attend: attendance.attend,
      isThere: attendance.isThere,
      watchSession: watchers.watchSession,
      watchPresence: watchers.watchPresence,
      watchAttendance: watchers.watchAttendance,
      watchTyping: watchers.watchTyping,
      tellTyping: (id, typing) => notify({ kind: 'typing', id, ...typing }),
      commit: (news, work) =>
        db.transaction().execute(async (transaction) => {
          await work(transaction);
          await notify(news, transaction);
        }),
    }),
    counts: keepCallCounts(db),
    probe: async () => {
      // Note: takes a number for a transaction that writes, which a server that may only be read does not give.
      await sql`select pg_current_xact_id()`.execute(db);
    },
    close: async () => {
      await attendance.stop();
      await listener.stop();
      await db.destroy();
    },
  };
}
