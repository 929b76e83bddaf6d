/** Settings in SQL: a change and its entry in the log are one transaction; of two who start from one version one wins. */
import type { Kysely, Transaction } from 'kysely';

import { type SettingsStore, toLevelKey } from '#backend/store/settings-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export const createSqlSettings = (db: Kysely<Tables>): SettingsStore => ({
  async load(place) {
    const found = db.selectFrom('settings').select(['settings', 'version']).where('level', '=', toLevelKey(place));
    return (await found.executeTakeFirst()) ?? { settings: {}, version: 0 };
  },
  commit: ({ place, settings, entry }) =>
    db.transaction().execute(async (transaction) => {
      const [level, { version }] = [toLevelKey(place), entry];
      await writeLevel(transaction, { level, version, settings: JSON.stringify(settings) });
      const line = { level, version, entry: JSON.stringify(entry) };
      await transaction.insertInto('settings_log').values(line).execute();
    }),
  async readLog(place, before, limit) {
    const entries = db.selectFrom('settings_log').select('entry').where('level', '=', toLevelKey(place));
    const older = before === null ? entries : entries.where('version', '<', before);
    const rows = await older.orderBy('version', 'desc').limit(limit).execute();
    return rows.map(({ entry }) => entry);
  },
});

type LevelRow = { level: string; version: number; settings: string };

/** @throws {VersionConflictError} */
async function writeLevel(db: Transaction<Tables>, row: LevelRow): Promise<void> {
  const { level, ...changes } = row;
  const insert = db.insertInto('settings').values(row);
  const update = db.updateTable('settings').set(changes).where('level', '=', level);
  const isWritten =
    row.version === 1
      ? (await insert.onConflict((known) => known.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n
      : (await update.where('version', '=', row.version - 1).executeTakeFirst()).numUpdatedRows === 1n;
  if (!isWritten) throw new VersionConflictError(`settings of ${level}`);
}
