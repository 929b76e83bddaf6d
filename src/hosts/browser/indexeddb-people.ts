/** People on IndexedDB: a change of the directory is one transaction, guarded by its version. */
import { noTries } from '#domain/sign-in-tries.ts';
import type { PeopleStore } from '#backend/store/people-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import type { Database } from '#hosts/browser/open-database.ts';

const versionKey = 'version';

export function createIndexedDbPeople(database: Database): PeopleStore {
  return {
    async loadDirectory() {
      const transaction = database.transaction(['directory', 'people', 'teams']);
      const [version = 0, people, teams] = await Promise.all([
        transaction.objectStore('directory').get(versionKey),
        transaction.objectStore('people').getAll(),
        transaction.objectStore('teams').getAll(),
      ]);
      return { version, people, teams };
    },
    async changeDirectory(change) {
      // Note: what cannot be stored fails here, before anything is written.
      const { people, teams, expectedVersion } = structuredClone(change);
      const transaction = database.transaction(['directory', 'people', 'teams'], 'readwrite');
      const directory = transaction.objectStore('directory');
      const version = (await directory.get(versionKey)) ?? 0;
      if (version !== expectedVersion) throw new VersionConflictError('the directory');
      await Promise.all([
        directory.put(version + 1, versionKey),
        ...people.map((person) => transaction.objectStore('people').put(person, person.id)),
        ...teams.map((team) => transaction.objectStore('teams').put(team, team.id)),
        transaction.done,
      ]);
    },
    findPerson: (id) => database.get('people', id),
    findPersonByEmail: (email) => database.getFromIndex('people', 'email', email),
    findSignIn: (tokenHash) => database.get('signIns', tokenHash),
    async saveSignIn(signIn) {
      await database.put('signIns', signIn, signIn.tokenHash);
    },
    deleteSignIn: (tokenHash) => database.delete('signIns', tokenHash),
    loadTries: async (key) => (await database.get('tries', key)) ?? noTries,
    async saveTries(key, tries, expectedFailed) {
      const { store, done } = database.transaction('tries', 'readwrite');
      const known = (await store.get(key)) ?? noTries;
      if (known.failed !== expectedFailed) throw new VersionConflictError('tries to sign in');
      await Promise.all([store.put(tries, key), done]);
    },
    forgetTries: (key) => database.delete('tries', key),
    async sweepSignIns(now, triesBefore) {
      const transaction = database.transaction(['signIns', 'tries'], 'readwrite');
      const [signIns, tries] = [transaction.objectStore('signIns'), transaction.objectStore('tries')];
      const [over, old] = await Promise.all([
        signIns.index('expiresAt').getAllKeys(IDBKeyRange.upperBound(now)),
        tries.index('lastAt').getAllKeys(IDBKeyRange.upperBound(triesBefore, true)),
      ]);
      const deleted = [...over.map((key) => signIns.delete(key)), ...old.map((key) => tries.delete(key))];
      await Promise.all([...deleted, transaction.done]);
    },
  };
}
