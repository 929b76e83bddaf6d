/** Asks every endpoint about people for something it answers. */
import {
  addPerson,
  changePerson,
  createPasswordLink,
  listPeople,
  listSessions,
  listTeams,
  saveTeam,
  setPassword,
  signIn,
  signOut,
  signOutEverywhere,
  whoAmI,
} from '#contract/endpoints/people.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

const password = 'a password of some length';

export async function askAboutPeople({ backend }: Pick<CheckedBackend, 'backend'>): Promise<void> {
  const asAgent = createCaller(backend, agentCredential);
  await asAgent(saveTeam, { params: { teamId: 'team-1' }, input: { name: 'North', seen: null } });
  await asAgent(listTeams);
  const input = { name: 'Ben', email: 'ben@example.com', role: 'agent', team: 'team-1', otherTeams: [] };
  const { person } = addPerson.output.parse(await (await asAgent(addPerson, { input })).json());
  const params = { personId: person.id };
  const { url } = createPasswordLink.output.parse(await (await asAgent(createPasswordLink, { params })).json());
  await asAgent(setPassword, { input: { token: new URL(url).hash.slice(1), password } });
  await asAgent(changePerson, { params, input: { ...input, role: 'supervisor', isDisabled: false, seen: person } });
  await asAgent(listPeople);
  await asAgent(listSessions);
  for (const endpoint of [signOut, signOutEverywhere]) {
    const answer = await createCaller(backend, null)(signIn, { input: { email: input.email, password } });
    const { token } = signIn.output.parse(await answer.json());
    const asBen = createCaller(backend, token);
    await asBen(whoAmI);
    await asBen(listSessions, { query: '?search=cleo&state=open&team=team-1&agent=agent-1' });
    await asBen(endpoint);
  }
}
