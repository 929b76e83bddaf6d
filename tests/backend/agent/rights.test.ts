/** Role × endpoint, made from the endpoint table: a new endpoint of agents is asked by everybody here without a line more. */
import { beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import type { Action } from '#contract/rights.ts';
import { toRequest, toSent } from '#tests/backend/http/hostile/mutate-request.ts';
import { startWorld, type World } from '#tests/backend/http/hostile/start-world.ts';
import { base, type Target, type Targets } from '#tests/backend/http/hostile/target.ts';
import { listTargets } from '#tests/backend/http/hostile/targets.ts';
import { readCode } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson, testPersonNames } from '#tests/support/test-people.ts';

const everybody = [
  'administrator',
  'the agent',
  'a colleague',
  'an agent elsewhere',
  'the supervisor',
  'a supervisor elsewhere',
  'an administrator elsewhere',
] as const satisfies readonly TestPerson[];
const administrators = ['administrator', 'an administrator elsewhere'] as const;

/** Who gets through, when it is about a session of the agent, or about their team. */
const admitted: Readonly<Record<Action, readonly TestPerson[]>> = {
  'be-oneself': everybody,
  'bring-files': [...everybody, 'a system that starts', 'a system that steers', 'a system elsewhere'],
  'start-session': [...administrators, 'the agent', 'a colleague', 'the supervisor', 'a system that starts'],
  'see-sessions': [...everybody, 'a system that reads', 'a system elsewhere'],
  'steer-session': [...administrators, 'the agent', 'the supervisor', 'a system that steers'],
  'reassign-session': [...administrators, 'the supervisor'],
  'see-links': administrators,
  'see-people': [...administrators, 'the supervisor', 'a supervisor elsewhere'],
  'manage-people': administrators,
  'save-team-settings': [...administrators, 'the supervisor'],
  'save-system-settings': administrators,
  'manage-api-access': administrators,
};

/** What these may not do to anything, they are told before anything is looked for; of a session beyond their reach they never hear. */
const asAgents: readonly Action[] = ['see-sessions', 'steer-session'];
const inScope: Readonly<Partial<Record<TestPerson, readonly Action[]>>> = {
  'the agent': asAgents,
  'a colleague': asAgents,
  'an agent elsewhere': asAgents,
  'a system elsewhere': asAgents,
  'a system that starts': ['bring-files', 'start-session'],
  'a system that reads': ['see-sessions'],
  'a system that steers': ['bring-files', 'steer-session'],
};

/** Who gets through to this very session. */
const listAdmitted = ({ action, path }: { action: Action; path: string }): readonly TestPerson[] =>
  action === 'see-sessions' && path.includes(':sessionId')
    ? [...administrators, 'the agent', 'the supervisor', 'a system that reads']
    : admitted[action];

const isOfAgents = (line: Endpoint): line is Endpoint<Endpoint['input'], Endpoint['output'], 'agent'> =>
  line.caller === 'agent';
const lines = Object.entries<Endpoint>(allEndpoints).flatMap(([name, line]) =>
  isOfAgents(line) ? [{ name, line }] : [],
);

/** Where there is no session to keep secret, whoever is told that something is not there got through. */
const listRefusals = ({ path }: Pick<Endpoint, 'path'>) =>
  path.includes(':sessionId') ? ['not-signed-in', 'not-allowed', 'not-found'] : ['not-signed-in', 'not-allowed'];

let world: World;
let targets: Targets;
/** What reads are about. */
let ours: Omit<Target, 'credential'>;
beforeAll(async () => {
  world = await startWorld();
  const { own, document, office } = world;
  const webhookId = office.webhook.id;
  ours = { ...base, params: { sessionId: own.sessionId, fileId: document, teamId: 'team-1', webhookId } };
  targets = await listTargets(world);
});

describe.each(lines)('$name', ({ name, line }) => {
  const ask = (credential: string | null) => {
    const target = { ...(targets[name] ?? ours), credential };
    return world.backend(toRequest(toSent(line, target, 'as it should be')));
  };
  const strangers = testPersonNames.filter((person) => !listAdmitted(line).includes(person));

  it.each(strangers)('is not for %s, and leaves everything as it was', async (person) => {
    world.writes.length = 0;
    const isLookedFor = line.path.includes(':sessionId') && (inScope[person]?.includes(line.action) ?? true);
    expect(await readCode(ask(credentialOf(person)))).toBe(isLookedFor ? 'not-found' : 'not-allowed');
    expect(world.writes).toEqual([]);
  });

  it('is for nobody who has not signed in, and for no customer', async () => {
    world.writes.length = 0;
    expect(await readCode(ask(null))).toBe('not-signed-in');
    expect(await readCode(ask(world.own.token))).toBe('not-signed-in');
    expect(world.writes).toEqual([]);
  });

  it.each(listAdmitted(line))('is for %s', async (person) => {
    expect(listRefusals(line)).not.toContain(await readCode(ask(credentialOf(person))));
  });
});
