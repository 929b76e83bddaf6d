/** /api/agent/people: who works here, as what, in which team. */
import * as z from 'zod/mini';

import { addPerson, changePerson, createPasswordLink, listPeople } from '#contract/endpoints/people.ts';
import { agentIdSchema } from '#contract/ids.ts';
import type { addPersonInputSchema, Person } from '#contract/person.ts';
import { mayDo } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { type AgentCall, agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { changeDirectory } from '#backend/people/change-directory.ts';
import { issuePasswordLink } from '#backend/people/password-links.ts';
import type { Directory, PersonRecord } from '#backend/people/person-record.ts';

export const listPeopleRoute = agentRoute(listPeople, async ({ deps, agent }) => {
  const { people } = await deps.store.people.loadDirectory();
  const seen = people.filter(({ id, team }) => mayDo(agent, 'see-people', { agent: id, team }));
  return { people: seen.map(toPerson) };
});

export const addPersonRoute = agentInputRoute(addPerson, async ({ deps, input }) => {
  const id = agentIdSchema.parse(deps.createId());
  const { stored, told } = await issuePasswordLink(deps, id);
  const added: PersonRecord = {
    ...toStored({ ...input, isDisabled: false }),
    id,
    passwordHash: null,
    passwordLink: stored,
    signInEpoch: 0,
  };
  await changeDirectory(deps, (directory) => {
    assertTeams(directory, input);
    return { people: [added] };
  });
  return { person: toPerson(added), passwordLink: told };
});

export const changePersonRoute = agentInputRoute(changePerson, async (call) => {
  const { deps, input } = call;
  const id = readPersonId(call);
  const { people } = await changeDirectory(deps, (directory) => {
    const known = findPerson(directory, id);
    assertTeams(directory, input);
    const wanted = toStored(input);
    if (![input.seen, wanted].some((fields) => isSame(fields, known))) throw new AppError('person-changed');
    const { signInEpoch } = known;
    return {
      people: [
        { ...known, ...wanted, ...(wanted.isDisabled && { passwordLink: null, signInEpoch: signInEpoch + 1 }) },
      ] as const,
    };
  });
  return toPerson(people[0]);
});

export const createPasswordLinkRoute = agentRoute(createPasswordLink, async (call) => {
  const id = readPersonId(call);
  const { stored, told } = await issuePasswordLink(call.deps, id);
  await changeDirectory(call.deps, (directory) => ({
    people: [{ ...findPerson(directory, id), passwordLink: stored }],
  }));
  return told;
});

const paramsSchema = z.object({ personId: agentIdSchema });
const readPersonId = ({ params }: AgentCall) => parseInput(paramsSchema, params).personId;

function findPerson({ people }: Directory, id: PersonRecord['id']): PersonRecord {
  const person = people.find((one) => one.id === id);
  if (!person) throw new AppError('not-found');
  return person;
}

type PersonInput = z.infer<typeof addPersonInputSchema>;

type Changeable = PersonInput & { isDisabled: boolean };

const toStored = ({ name, email, role, team, otherTeams, isDisabled }: Changeable) => ({
  name,
  email: email.toLowerCase(),
  role,
  team,
  otherTeams: [...new Set(otherTeams)].filter((other) => other !== team),
  isDisabled,
});

const isSame = (one: Changeable, other: Changeable): boolean =>
  JSON.stringify(toStored(one)) === JSON.stringify(toStored(other));

function assertTeams({ teams }: Directory, { team, otherTeams }: PersonInput): void {
  const unknown = [team, ...otherTeams].findIndex((wanted) => !teams.some(({ id }) => id === wanted));
  if (unknown === -1) return;
  const path = unknown === 0 ? 'team' : `otherTeams.${unknown - 1}`;
  throw new AppError('invalid-input', { fields: [{ path, message: 'unknown' }] });
}

const toPerson = (person: PersonRecord): Person => {
  const { id, name, email, role, team, otherTeams, isDisabled } = person;
  return { id, name, email, role, team, otherTeams, isDisabled, hasPassword: person.passwordHash !== null };
};
