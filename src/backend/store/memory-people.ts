/** People in memory. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import { noTries, type SignInTries } from '#domain/sign-in-tries.ts';
import type { PersonRecord, SignInRecord, TeamRecord } from '#backend/people/person-record.ts';
import type { PeopleStore } from '#backend/store/people-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';

export function createMemoryPeople(): PeopleStore {
  const people = new Map<AgentId, PersonRecord>();
  const teams = new Map<TeamId, TeamRecord>();
  const signIns = new Map<string, SignInRecord>();
  const tries = new Map<string, SignInTries>();
  let version = 0;

  return {
    loadDirectory: async () => structuredClone({ version, people: [...people.values()], teams: [...teams.values()] }),
    async changeDirectory(change) {
      if (change.expectedVersion !== version) throw new VersionConflictError('the directory');
      const kept = structuredClone({ people: [...change.people], teams: [...change.teams] });
      for (const person of kept.people) people.set(person.id, person);
      for (const team of kept.teams) teams.set(team.id, team);
      version += 1;
    },
    findPerson: async (id) => structuredClone(people.get(id)),
    findPersonByEmail: async (email) => structuredClone([...people.values()].find((person) => person.email === email)),
    findSignIn: async (tokenHash) => structuredClone(signIns.get(tokenHash)),
    async saveSignIn(signIn) {
      signIns.set(signIn.tokenHash, structuredClone(signIn));
    },
    async deleteSignIn(tokenHash) {
      signIns.delete(tokenHash);
    },
    loadTries: async (key) => tries.get(key) ?? noTries,
    async saveTries(key, next, expectedFailed) {
      if ((tries.get(key) ?? noTries).failed !== expectedFailed) throw new VersionConflictError('tries to sign in');
      tries.set(key, { ...next });
    },
    async forgetTries(key) {
      tries.delete(key);
    },
    async sweepSignIns(now, triesBefore) {
      for (const [hash, { expiresAt }] of signIns) if (expiresAt <= now) signIns.delete(hash);
      for (const [key, { lastAt }] of tries) if (lastAt < triesBefore) tries.delete(key);
    },
  };
}
