/** People in SQL. Whoever changes the directory first takes its one row of `directory`, so of two who start from one version one wins. */
import type { Kysely } from 'kysely';

import { noTries } from '#domain/sign-in-tries.ts';
import type { PeopleStore } from '#backend/store/people-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

export function createSqlPeople(db: Kysely<Tables>): PeopleStore {
  return {
    async loadDirectory() {
      // Note: the version first, so that whoever changes it in between is noticed when something is made of this.
      const { version } = await db.selectFrom('directory').select('version').executeTakeFirstOrThrow();
      const people = await db.selectFrom('people').select('person').orderBy('id').execute();
      const teams = await db.selectFrom('teams').select('details').orderBy('id').execute();
      return { version, people: people.map(({ person }) => person), teams: teams.map(({ details }) => details) };
    },
    changeDirectory: ({ expectedVersion, people, teams }) =>
      db.transaction().execute(async (transaction) => {
        const version = expectedVersion + 1;
        const taken = transaction.updateTable('directory').set({ version }).where('version', '=', expectedVersion);
        const { numUpdatedRows } = await taken.executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new VersionConflictError('the directory');
        for (const person of people) {
          const row = { email: person.email, person: JSON.stringify(person) };
          const insert = transaction.insertInto('people').values({ id: person.id, ...row });
          await insert.onConflict((known) => known.column('id').doUpdateSet(row)).execute();
        }
        for (const team of teams) {
          const details = JSON.stringify(team);
          const insert = transaction.insertInto('teams').values({ id: team.id, details });
          await insert.onConflict((known) => known.column('id').doUpdateSet({ details })).execute();
        }
      }),
    async findPerson(id) {
      const row = await db.selectFrom('people').select('person').where('id', '=', id).executeTakeFirst();
      return row?.person;
    },
    async findPersonByEmail(email) {
      const row = await db.selectFrom('people').select('person').where('email', '=', email).executeTakeFirst();
      return row?.person;
    },
    async findSignIn(tokenHash) {
      const found = db.selectFrom('sign_ins').select('sign_in').where('token_hash', '=', tokenHash);
      return (await found.executeTakeFirst())?.sign_in;
    },
    async saveSignIn(signIn) {
      const row = { expires_at: signIn.expiresAt, sign_in: JSON.stringify(signIn) };
      const insert = db.insertInto('sign_ins').values({ token_hash: signIn.tokenHash, ...row });
      await insert.onConflict((known) => known.column('token_hash').doUpdateSet(row)).execute();
    },
    async deleteSignIn(tokenHash) {
      await db.deleteFrom('sign_ins').where('token_hash', '=', tokenHash).execute();
    },
    async loadTries(key) {
      const found = db.selectFrom('sign_in_tries').select(['failed', 'last_at']).where('counted_for', '=', key);
      const row = await found.executeTakeFirst();
      return row ? { failed: row.failed, lastAt: row.last_at } : noTries;
    },
    async saveTries(key, { failed, lastAt }, expectedFailed) {
      const row = { failed, last_at: lastAt };
      const insert = db.insertInto('sign_in_tries').values({ counted_for: key, ...row });
      // Note: where there is no row, none failed; one that is there is changed only if it says so.
      const written = await insert
        .onConflict((known) =>
          known.column('counted_for').doUpdateSet(row).where('sign_in_tries.failed', '=', expectedFailed),
        )
        .executeTakeFirst();
      if (written.numInsertedOrUpdatedRows !== 1n) throw new VersionConflictError('tries to sign in');
    },
    async forgetTries(key) {
      await db.deleteFrom('sign_in_tries').where('counted_for', '=', key).execute();
    },
    async sweepSignIns(now, triesBefore) {
      await db.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
      await db.deleteFrom('sign_in_tries').where('last_at', '<', triesBefore).execute();
    },
  };
}
