/** Signing in, and what administrators write about people. */
import { officePassword, type World } from '#tests/backend/http/hostile/start-world.ts';
import { base, json, type Targets } from '#tests/backend/http/hostile/target.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export function listPeopleTargets({ own, late, office }: World): Targets {
  const { chief, newcomer } = office;
  const agent = { ...base, credential: agentCredential, strangers: [own.token, late.token] };
  const foreign = [{ personId: 'nobodys' }, { personId: own.sessionId }, { personId: 'a b' }];
  const signIn = { email: chief.input.email, password: officePassword };
  const seen = { ...chief.input, isDisabled: false };
  const change = { ...seen, name: 'Berta', seen };
  return {
    signIn: {
      ...base,
      credential: null,
      headers: json,
      input: signIn,
      wrong: [
        { input: { ...signIn, password: `${officePassword} ` } },
        { input: { ...signIn, email: newcomer.input.email } },
        { input: { ...signIn, email: 'nobody@office.test' } },
      ],
    },
    setPassword: {
      ...base,
      credential: null,
      headers: json,
      input: { token: newcomer.linkToken, password: officePassword },
      wrong: [
        { input: { token: newcomer.linkToken, password: `my ${newcomer.input.email}` } },
        { input: { token: newcomer.linkToken, password: 'aaaaaaaaaaaaaaaaa' } },
        { input: { token: chief.linkToken, password: officePassword } },
        { input: { token: `${chief.id}.${newcomer.linkToken.split('.')[1]}`, password: officePassword } },
      ],
    },
    signOut: agent,
    signOutEverywhere: agent,
    addPerson: {
      ...agent,
      headers: json,
      input: { ...newcomer.input, email: 'third@office.test' },
      wrong: [
        { input: newcomer.input },
        { input: { ...newcomer.input, email: newcomer.input.email.toUpperCase() } },
        { input: { ...newcomer.input, email: 'third@office.test', team: 'nobodys' } },
        { input: { ...newcomer.input, email: 'third@office.test', otherTeams: ['team-1', 'nobodys'] } },
      ],
    },
    changePerson: {
      ...agent,
      headers: json,
      params: { personId: chief.id },
      foreign,
      input: change,
      wrong: [
        { input: { ...change, email: newcomer.input.email } },
        { input: { ...change, role: 'supervisor' } },
        { input: { ...change, seen: { ...seen, name: 'Nobody' } } },
        { input: { ...change, isDisabled: true } },
        { input: { ...change, team: 'nobodys' } },
      ],
    },
    createPasswordLink: { ...agent, params: { personId: newcomer.id }, foreign },
    saveTeam: {
      ...agent,
      headers: json,
      params: { teamId: 'team-1' },
      foreign: [{ teamId: 'a b' }, { teamId: 'team:1' }],
      input: { name: 'The north', seen: 'Office team-1' },
      wrong: [
        { input: { name: 'OFFICE TEAM-2', seen: 'Office team-1' } },
        { input: { name: 'The north', seen: null } },
      ],
    },
  };
}
