/** Who signs in on a test backend, and with what. Sessions of the tests are Ada's, of team 1, unless they say otherwise. */
import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import { type KeyScope, keyScopes, type Role } from '#contract/rights.ts';
import type { Agent } from '#backend/deps.ts';

export const testPersonNames = [
  'administrator',
  'the agent',
  'a colleague',
  'an agent elsewhere',
  'the supervisor',
  'a supervisor elsewhere',
  'an administrator elsewhere',
  'a system that starts',
  'a system that reads',
  'a system that steers',
  'a system elsewhere',
] as const;
export type TestPerson = (typeof testPersonNames)[number];

const buildAgent = (id: string, role: Role, team: string): Agent => ({
  id: agentIdSchema.parse(id),
  name: 'Ada Agent',
  role,
  team: teamIdSchema.parse(team),
  otherTeams: [],
  passesLinksOn: true,
});

const buildSystem = (id: string, scopes: readonly KeyScope[], team = 'team-1'): Agent => ({
  id: agentIdSchema.parse(id),
  name: 'Ledger',
  role: 'key',
  scopes,
  team: teamIdSchema.parse(team),
  otherTeams: [],
});

/** By what stands in their credential. */
const testPeople: Readonly<Record<TestPerson, Agent>> = {
  administrator: buildAgent('agent-1', 'administrator', 'team-1'),
  'the agent': buildAgent('agent-1', 'agent', 'team-1'),
  'a colleague': buildAgent('agent-2', 'agent', 'team-1'),
  'an agent elsewhere': buildAgent('agent-3', 'agent', 'team-2'),
  'the supervisor': buildAgent('supervisor-1', 'supervisor', 'team-1'),
  'a supervisor elsewhere': buildAgent('supervisor-2', 'supervisor', 'team-2'),
  'an administrator elsewhere': buildAgent('administrator-2', 'administrator', 'team-2'),
  'a system that starts': buildSystem('key-1', ['start-sessions']),
  'a system that reads': buildSystem('key-2', ['read-sessions']),
  'a system that steers': buildSystem('key-3', ['steer-sessions']),
  'a system elsewhere': buildSystem('key-4', keyScopes, 'team-2'),
};
export const credentialOf = (person: TestPerson): string => `credential-of-${person.replaceAll(' ', '-')}`;

const byCredential: ReadonlyMap<string, Agent> = new Map(
  testPersonNames.map((person) => [`Bearer ${credentialOf(person)}`, testPeople[person]]),
);

export const authenticateTestPerson = async ({ headers }: Request): Promise<Agent | null> =>
  byCredential.get(headers.get('authorization') ?? '') ?? null;
