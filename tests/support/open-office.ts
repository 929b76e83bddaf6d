/** A business with people who sign in: an administrator to begin with, as a host makes one at its first start. */
import {
  addPerson,
  changePerson,
  createPasswordLink,
  saveTeam,
  setPassword,
  signIn,
} from '#contract/endpoints/people.ts';
import type { Person } from '#contract/person.ts';
import type { Role } from '#contract/rights.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export const goodPassword = 'a password of some length';
export const tokenOf = (url: string): string => new URL(url).hash.slice(1);

export async function openOffice(overrides: Parameters<typeof createTestBackend>[0] = {}) {
  const test = createTestBackend(overrides);
  const asAdministrator = createCaller(test.backend, agentCredential);
  const nobody = createCaller(test.backend, null);
  for (const teamId of ['team-1', 'team-2']) {
    await asAdministrator(saveTeam, { params: { teamId }, input: { name: `Office ${teamId}`, seen: null } });
  }
  const add = async (name: string, role: Role, team = 'team-1') => {
    const input = { name, email: `${name.toLowerCase()}@office.test`, role, team, otherTeams: [] };
    return addPerson.output.parse(await (await asAdministrator(addPerson, { input })).json());
  };
  const enter = (email: string, password = goodPassword) => nobody(signIn, { input: { email, password } });
  const choose = (url: string, password = goodPassword) =>
    nobody(setPassword, { input: { token: tokenOf(url), password } });
  const signInAs = async (email: string) => {
    const { token } = signIn.output.parse(await (await enter(email)).json());
    return createCaller(test.backend, token);
  };
  return {
    ...test,
    asAdministrator,
    nobody,
    add,
    /** Adds somebody who has set their password. */
    employ: async (name: string, role: Role, team?: string) => {
      const { person, passwordLink } = await add(name, role, team);
      await choose(passwordLink.url);
      return person;
    },
    change: (person: Person, changes: Partial<Person>) =>
      asAdministrator(changePerson, {
        params: { personId: person.id },
        input: { ...person, ...changes, seen: person },
      }),
    askForLink: async ({ id }: Person) => {
      const answer = await asAdministrator(createPasswordLink, { params: { personId: id } });
      return createPasswordLink.output.parse(await answer.json()).url;
    },
    /** Sets a password by a link. */
    choose,
    enter,
    signInAs,
  };
}
