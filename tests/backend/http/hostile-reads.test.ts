import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { expectSilent } from '#tests/backend/http/hostile/expect-refused.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { startWorld, type World } from '#tests/backend/http/hostile/start-world.ts';
import { agentCredential, testOrigin } from '#tests/support/create-test-backend.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const reads: Endpoint[] = Object.values(allEndpoints).filter(({ method }) => method === 'GET' || method === 'HEAD');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed()),
  fc.constantFrom(
    '',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    'NaN',
    '9'.repeat(40),
    '../..',
    '__proto__',
    markup,
    'x'.repeat(20_000),
  ),
);

const queryNames = ['after', 'search', 'state', 'team', 'agent', 'cursor'];

const requests = fc.record({
  isAgent: fc.boolean(),
  endpoint: fc.constantFrom(...reads),
  id: fc.oneof(anyText, fc.constantFrom('own')),
  query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...queryNames), anyText), anyText), { maxLength: 3 }),
  accept: fc.stringMatching(/^[\x21-\x7e]{0,40}$/),
});

it('Reading with any id and any query is answered or refused, never a mistake of ours, and changes nothing', async () => {
  const check = fc.asyncProperty(requests, async ({ endpoint, isAgent, id, query, accept }) => {
    const { own } = world;
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    const path = toPath(endpoint.path, Object.fromEntries(names.map((name) => [name, id === 'own' ? own.fileId : id])));
    const url = `${testOrigin}${path}?${new URLSearchParams(query).toString()}`;
    const headers = {
      authorization: `Bearer ${isAgent ? agentCredential : own.token}`,
      'tus-resumable': '1.0.0',
      accept,
    };
    const response = await world.backend(new Request(url, { method: endpoint.method, headers }));
    expect(response.status).toBeLessThan(500);
    if (response.ok) await response.body?.cancel();
    else expectSilent(world, await response.text());
    expect(world.writes).toEqual([]);
  });
  await fc.assert(check, { seed: 32, numRuns: 400 });
  expect(await world.readAll()).toEqual(world.before);
}, 60_000);

it('A link of any shape that nobody was given is unknown, and says nothing else', async () => {
  const token = fc.oneof(
    fc.stringMatching(/^[\x21-\x7e]{1,200}$/),
    fc.stringMatching(/^[\w-]{1,140}$/),
    fc.constantFrom(
      '',
      `${world.own.token} `.repeat(2),
      world.own.token.toUpperCase(),
      `${world.own.token}=`,
      world.revoked.token,
    ),
  );
  const check = fc.asyncProperty(token, async (text) => {
    const headers = { authorization: `Bearer ${text}` };
    const response = await world.backend(new Request(`${testOrigin}/api/entry`, { headers }));
    expect(response.status).toBe(404);
    const answer = await response.text();
    expect(answer).toContain('link-unknown');
    expectSilent(world, answer);
  });
  await fc.assert(check, { seed: 33, numRuns: 200 });
});
