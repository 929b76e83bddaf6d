/** The store on SQLite. One process owns the file (`data-folder.ts`), so whoever watches is told in process. */
import { Kysely, SqliteDialect } from 'kysely';

import { createAttendance } from '#backend/store/attendance.ts';
import type { Store } from '#backend/store/store.ts';
import { createSqlStore } from '#hosts/node/sql/create-sql-store.ts';
import { createNewsWatchers } from '#hosts/node/sql/news.ts';
import { parseJsonColumns } from '#hosts/node/sql/parse-json-columns.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';
import type { Database } from '#hosts/node/sqlite/open-database.ts';
import { reportOutages } from '#hosts/node/sqlite/report-outages.ts';

export function createSqliteStore(database: Database): Store {
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: reportOutages(database) }),
    plugins: [parseJsonColumns],
  });
  const { tell, ...watching } = createNewsWatchers();
  const attendance = createAttendance();
  return createSqlStore({
    db,
    skipsLocked: false,
    attend: attendance.attend,
    isThere: (participant) => Promise.resolve(attendance.isThere(participant)),
    ...watching,
    watchAttendance: attendance.watch,
    tellTyping: async (id, typing) => tell({ kind: 'typing', id, ...typing }),
    commit: async (news, work) => {
      await db.transaction().execute(work);
      tell(news);
    },
  });
}
