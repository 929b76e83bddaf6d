/** Role × endpoint, made from the endpoint table: a new endpoint of agents is asked by everybody here without a line more. */
import { beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import type { Action } from '#contract/rights.ts';
import { toRequest, toSent } from '#tests/backend/http/hostile/mutate-request.ts';
import { startWorld, type World } from '#tests/backend/http/hostile/start-world.ts';
import { base, type Targets } from '#tests/backend/http/hostile/target.ts';
import { listTargets } from '#tests/backend/http/hostile/targets.ts';
import { readCode } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson, testPersonNames } from '#tests/support/test-people.ts';

const everybody = testPersonNames;
const administrators = ['administrator', 'an administrator elsewhere'] as const;

/** Who gets through, when it is about a session of the agent, or about their team. */
const admitted: Readonly<Record<Action, readonly TestPerson[]>> = {
  'be-oneself': everybody,
  'bring-files': everybody,
  'start-session': [...administrators, 'the agent', 'a colleague', 'the supervisor'],
  'see-sessions': everybody,
  'steer-session': [...administrators, 'the agent', 'the supervisor'],
  'see-people': [...administrators, 'the supervisor', 'a supervisor elsewhere'],
  'manage-people': administrators,
  'save-team-settings': [...administrators, 'the supervisor'],
  'save-system-settings': administrators,
};

const isOfAgents = (line: Endpoint): line is Endpoint<Endpoint['input'], Endpoint['output'], 'agent'> =>
  line.caller === 'agent';
const lines = Object.entries<Endpoint>(allEndpoints).flatMap(([name, line]) =>
  isOfAgents(line) ? [{ name, line }] : [],
);

const refusals = ['not-signed-in', 'not-allowed', 'not-found'];

let world: World;
let targets: Targets;
beforeAll(async () => {
  world = await startWorld();
  targets = await listTargets(world);
});

describe.each(lines)('$name', ({ name, line }) => {
  const ask = (credential: string | null) => {
    const target = { ...(targets[name] ?? base), credential };
    return world.backend(toRequest(toSent(line, target, 'as it should be')));
  };
  const strangers = testPersonNames.filter((person) => !admitted[line.action].includes(person));

  it.each(strangers)('is not for %s, and leaves everything as it was', async (person) => {
    world.writes.length = 0;
    expect(await readCode(ask(credentialOf(person)))).toBe(
      line.path.includes(':sessionId') ? 'not-found' : 'not-allowed',
    );
    expect(world.writes).toEqual([]);
  });

  it('is for nobody who has not signed in, and for no customer', async () => {
    world.writes.length = 0;
    expect(await readCode(ask(null))).toBe('not-signed-in');
    expect(await readCode(ask(world.own.token))).toBe('not-signed-in');
    expect(world.writes).toEqual([]);
  });

  it.each(admitted[line.action])('is for %s', async (person) => {
    expect(refusals).not.toContain(await readCode(ask(credentialOf(person))));
  });
});
