/** API keys in SQL. */
import type { Kysely, Selectable } from 'kysely';

import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

type KeyStore = Pick<SystemsStore, 'listKeys' | 'findKey' | 'addKey' | 'deleteKey' | 'noteKeyUse'>;

export function createSqlKeys(db: Kysely<Tables>): KeyStore {
  const keys = db.selectFrom('api_keys').select(['api_key', 'last_used_on']);
  return {
    async listKeys() {
      const rows = await keys.orderBy('position').execute();
      return rows.map(toKey);
    },
    async findKey(secretHash) {
      const row = await keys.where('secret_hash', '=', secretHash).executeTakeFirst();
      return row && toKey(row);
    },
    async addKey({ lastUsedOn, ...key }) {
      const row = { id: key.id, secret_hash: key.secretHash, last_used_on: lastUsedOn, api_key: JSON.stringify(key) };
      const insert = db.insertInto('api_keys').values(row);
      await insert.onConflict((known) => known.column('id').doNothing()).execute();
      return toKey(await keys.where('id', '=', key.id).executeTakeFirstOrThrow());
    },
    async deleteKey(id) {
      const { numDeletedRows } = await db.deleteFrom('api_keys').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async noteKeyUse(id, day) {
      await db.updateTable('api_keys').set({ last_used_on: day }).where('id', '=', id).execute();
    },
  };
}

const toKey = ({ api_key, last_used_on }: Pick<Selectable<Tables['api_keys']>, 'api_key' | 'last_used_on'>) => ({
  ...api_key,
  lastUsedOn: last_used_on,
});
