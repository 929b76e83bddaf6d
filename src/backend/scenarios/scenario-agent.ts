/**
 * Who signs in on the mock backend: people of a team each, so that the presence of one scenario's agent is nobody else's. Scenarios,
 * QA and browser tests use these credentials; no host that serves real customers knows them.
 */
import { agentIdSchema, type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { Role } from '#contract/rights.ts';
import type { Agent } from '#backend/deps.ts';
import { otherTeamOf } from '#backend/scenarios/scenario-store.ts';

/** Ada set the business up, and does everything in it unless a scenario says otherwise. */
const people = {
  agent: { name: 'Ada Lindqvist', role: 'administrator' },
  supervisor: { name: 'Samir Haddad', role: 'supervisor' },
  junior: { name: 'Nina Kowalska', role: 'agent' },
} as const satisfies Readonly<Record<string, { name: string; role: Role }>>;
export type QaPerson = keyof typeof people;

const bearerPattern = /^Bearer (qa|desk)-(agent|supervisor|junior)\.([A-Za-z0-9_-]{1,53})$/;
const isQaPerson = (name: string): name is QaPerson => Object.hasOwn(people, name);

/** What QA sends as a bearer to do what somebody of a team does. It passes customers' links on: it is the customer as well. */
export const qaCredential = (team: TeamId, person: QaPerson = 'agent'): string => `qa-${person}.${team}`;

export function authenticateQaAgent(request: Request): Promise<Agent | null> {
  const [, who, person = '', team] = bearerPattern.exec(request.headers.get('authorization') ?? '') ?? [];
  if (team === undefined || !isQaPerson(person)) return Promise.resolve(null);
  return Promise.resolve({
    id: agentIdSchema.parse(`${person}-${team}`),
    ...people[person],
    team: teamIdSchema.parse(team),
    otherTeams: [otherTeamOf(teamIdSchema.parse(team))],
    passesLinksOn: who === 'qa',
  });
}

/** Everybody of a team, with what they are signed in with at the console: there they see no more than people of a business do. */
export const listQaPeople = (team: TeamId) =>
  Object.entries(people).flatMap(([person, { name, role }]) =>
    isQaPerson(person) ? [{ name, role, team, credential: `desk-${person}.${team}` }] : [],
  );
