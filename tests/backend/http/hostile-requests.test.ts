import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { expectRefused, expectSilent } from '#tests/backend/http/hostile/expect-refused.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { hostileRequests, type Sent, toRequest, toSent } from '#tests/backend/http/hostile/mutate-request.ts';
import { startWorld, type World } from '#tests/backend/http/hostile/start-world.ts';
import type { Target, Targets } from '#tests/backend/http/hostile/target.ts';
import { listTargets, writeNames } from '#tests/backend/http/hostile/targets.ts';

/** Another one finds other requests; a failure prints it, with the smallest request that still fails. */
const seed = Number(process.env['HOSTILE_SEED'] ?? 31);
const perEndpoint = 220;

const endpointOf = (name: string): Endpoint => {
  const found = Object.entries(allEndpoints).find(([known]) => known === name);
  if (!found) throw new Error(`Failed to find the endpoint ${name}.`);
  return found[1];
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Short enough to be read in a failure. */
const describeSent = (sent: Sent) => {
  const body = sent.body && new TextDecoder().decode(sent.body);
  return `${sent.what}: ${sent.method} ${sent.path.slice(0, 200)} ${JSON.stringify(sent.headers).slice(0, 400)} ${body?.slice(0, 800)}`;
};

let world: World;
let targets: Targets;
beforeAll(async () => {
  world = await startWorld();
  targets = await listTargets(world);
});
const targetOf = (name: string, among = targets): Target => {
  const target = among[name];
  if (!target) throw new Error(`Failed to find a request for ${name}. Did you forget it in targets.ts?`);
  return target;
};

it('Every endpoint that changes something has its hostile requests', () => {
  expect(Object.keys(targets).toSorted()).toEqual(writeNames.toSorted());
});

// Note: many requests a test; on a busy machine that takes longer than one.
describe.each(writeNames)('%s', { timeout: 60_000 }, (name) => {
  const endpoint = endpointOf(name);

  it('takes the request that all the others are made from, and of keys that it does not know keeps nothing', async () => {
    const fresh = await startWorld();
    const target = targetOf(name, await listTargets(fresh));
    const isStrict = name.includes('Settings');
    const more = { [markup]: markup, constructor: markup };
    const change = isObject(target.input) && !isStrict ? { input: { ...target.input, ...more } } : {};
    const response = await fresh.backend(toRequest(toSent(endpoint, target, 'as it should be', change)));
    expect(response.status, await response.text()).toBeLessThan(400);
    expect(JSON.stringify(await fresh.readAll())).not.toContain(markup);
  });

  it('refuses what belongs to others, what is out of date, and whoever has no right to it', async () => {
    const target = targetOf(name);
    const send = (what: string) => (change: Parameters<typeof toSent>[3]) => toSent(endpoint, target, what, change);
    const all = [
      ...target.wrong.map(send('wrong')),
      ...target.foreign.map((params) => ({ params })).map(send('not theirs')),
      ...target.strangers.map((credential) => ({ credential })).map(send('a stranger')),
    ];
    for (const sent of all) await expectRefused(world, endpoint, sent);
  });

  it(`refuses ${perEndpoint} malformed requests; nothing changes, nothing is told`, async () => {
    const requests = hostileRequests(endpoint, targetOf(name)).map((sent) => ({
      ...sent,
      [fc.toStringMethod]: () => describeSent(sent),
    }));
    const check = fc.asyncProperty(requests, (sent) => expectRefused(world, endpoint, sent));
    await fc.assert(check, { seed, numRuns: perEndpoint });
    expect(await world.readAll()).toEqual(world.before);
    expectSilent(world, JSON.stringify(world.readLog().map((line) => ({ ...line, cause: String(line.cause) }))));
  });
});
