import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint, Schema } from '#contract/endpoints/define-endpoint.ts';
import { listErrors } from '#tests/support/assert-declared.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { readWholeStore, watchWrites } from '#tests/support/watch-writes.ts';

type Table = typeof allEndpoints;
type JsonName = { [Name in keyof Table]: Table[Name]['input'] extends Schema ? Name : never }[keyof Table];

const draft = { writer: 'tab-number-1', revision: 0, takeOver: false };

/** What each endpoint would take, were it not for what these tests do to it. */
const examples: Readonly<Record<JsonName, unknown>> = {
  startSession: buildSessionInput({ interactions: [buildDocumentRequest(), buildWorkflow(), buildPayment()] }),
  addInteraction: buildWorkflow(),
  withdrawInteraction: { reason: 'Not needed' },
  returnInteraction: { reason: 'Blurred', items: { payslip: 'Too dark' } },
  sendAgentMessage: { text: 'Hello' },
  setPresence: { connected: true },
  saveSystemSettings: { autoOpen: true, consent: { on: true, text: 'May we?' }, signingReasons: ['I agree'] },
  saveTeamSettings: { endAccess: { level: 'full-until', days: 3 }, branding: { companyName: 'Nord Bank' } },
  submitDocuments: { revision: 1, items: { payslip: ['file-1'] } },
  giveConsent: { decision: 'agree', revision: 'r1' },
  saveEsignDraft: { ...draft, content: { values: { signature: { kind: 'applied' } } } },
  sign: {
    revision: 1,
    documentSha256: '0'.repeat(64),
    values: { signature: { kind: 'applied' } },
    signature: {
      kind: 'drawn',
      strokes: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      aspect: 3,
    },
    initials: { kind: 'typed', text: 'CC' },
    signingReason: null,
    reviewed: true,
  },
  decline: { revision: 1, reason: 'No' },
  sendMessage: { text: 'Hello' },
  startCheckout: { revision: 1, returnUrl: 'http://room.test/s/token' },
  saveWorkflowDraft: { ...draft, content: { answers: { employer: 'Nord Bank' }, step: 'work' } },
  submitAnswers: { revision: 1, answers: { employer: 'Nord Bank' } },
};

type JsonEndpoint = Endpoint<Schema> & { name: JsonName };
const isJson = <Line extends Endpoint>(line: Line): line is Line & { input: Schema } =>
  typeof line.input === 'object' && line.input !== null;
const hasExample = (name: string): name is JsonName => Object.hasOwn(examples, name);
const endpoints = Object.entries(allEndpoints).flatMap(([name, line]): JsonEndpoint[] =>
  isJson(line) && hasExample(name) ? [{ name, ...line }] : [],
);

const strange = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    -1,
    1.5,
    1e308,
    '',
    ' ',
    [],
    {},
    [[]],
    '\u0000',
    '\ud800',
    '../..',
    '__proto__',
  ),
  fc.constantFrom<unknown[]>(
    'x'.repeat(20_000),
    Array.from({ length: 2_000 }, () => 'x'),
    { a: { b: { c: {} } } },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The example with something wrong at one place of it: another value there, or nothing. */
function breakAt(value: unknown, places: readonly number[], wrong: unknown): unknown {
  if (typeof value !== 'object' || value === null || places.length === 0) return wrong;
  const [place = 0, ...deeper] = places;
  const keys = Object.keys(value);
  const key = keys[place % Math.max(1, keys.length)];
  const broken = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== key) return [[name, inner]];
    const next = breakAt(inner, deeper, wrong);
    return next === undefined ? [] : [[name, next]];
  });
  return Array.isArray(value) ? broken.map(([, inner]) => inner) : Object.fromEntries(broken);
}

const broken = (example: unknown) =>
  fc
    .tuple(fc.array(fc.nat({ max: 9 }), { maxLength: 6 }), fc.option(strange, { nil: undefined, freq: 4 }))
    .map(([places, wrong]) => breakAt(example, places, wrong));

/** A body the endpoint's schema does not take, or text that is no JSON at all. */
const malformedBody = ({ name, input }: JsonEndpoint): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .oneof({ weight: 1, arbitrary: strange }, { weight: 5, arbitrary: broken(examples[name]) })
        .map((value) => (value === undefined ? '' : JSON.stringify(value)))
        .filter((body) => body === '' || !input.safeParse(JSON.parse(body)).success),
    },
    { weight: 1, arbitrary: fc.string().filter((text) => !isJsonText(text)) },
  );

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function startEverything() {
  const { deps, writes } = watchWrites();
  const test = createTestBackend(deps);
  const document = await test.agent.addDocument(await buildPdf());
  const interactions = [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()];
  const session = await startTestSession({ interactions }, test);
  const other = await startTestSession({ interactions }, test);
  writes.length = 0;
  return { ...session, other, writes, before: await readWholeStore(test.deps, session.sessionId) };
}
type Everything = Awaited<ReturnType<typeof startEverything>>;

const placeOf = ({ path }: JsonEndpoint) =>
  ['/api/esigns', '/api/document-requests', '/api/workflows', '/api/payments'].findIndex((start) =>
    path.startsWith(start),
  );

/** Parameters of an endpoint's path: this customer's own things. */
const paramsOf = (
  { sessionId, interactions }: Pick<Everything, 'sessionId' | 'interactions'>,
  endpoint: JsonEndpoint,
) => ({
  sessionId,
  interactionId: interactions[Math.max(0, placeOf(endpoint))] ?? '',
  teamId: 'team-1',
});
const callerOf = (all: Everything, { caller }: JsonEndpoint) => (caller === 'agent' ? all.asAgent : all.customer);

async function expectRefused(all: Everything, endpoint: JsonEndpoint, answer: Promise<Response>): Promise<void> {
  const response = await answer;
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(listErrors(endpoint)).toContain((await readProblem(response)).code);
  expect(all.writes).toEqual([]);
}

// Note: many requests a test; on a busy machine that takes longer than one.
describe.each(endpoints)('$name', { timeout: 30_000 }, (endpoint) => {
  let all: Everything;
  beforeAll(async () => {
    all = await startEverything();
  });
  const headers = { 'content-type': 'application/json' };
  const input = examples[endpoint.name];

  it('has an example here that its schema takes', () => {
    expect(endpoint.input.safeParse(input).success).toBe(true);
  });

  it('refuses two hundred malformed bodies, each with a code of its line, and nothing is stored', async () => {
    await fc.assert(
      fc.asyncProperty(malformedBody(endpoint), async (body) => {
        const answer = callerOf(all, endpoint)(endpoint, { params: paramsOf(all, endpoint), body, headers });
        await expectRefused(all, endpoint, answer);
      }),
      { seed: 31, numRuns: 200 },
    );
    expect(await readWholeStore(all.deps, all.sessionId)).toEqual(all.before);
  });

  it('refuses whoever has no right to it, whatever they bring for one', async () => {
    const credential = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_-]{1,140}$/),
      fc.constantFrom(null, '', 'undefined', all.token.slice(0, -1), all.token.toUpperCase(), `${agentCredential}x`),
      fc.constant(endpoint.caller === 'agent' ? all.token : agentCredential),
    );
    await fc.assert(
      fc.asyncProperty(credential, async (token) => {
        const call = createCaller(all.backend, token);
        await expectRefused(all, endpoint, call(endpoint, { params: paramsOf(all, endpoint), input }));
      }),
      { seed: 32, numRuns: 50 },
    );
  });
});

describe.each(endpoints.filter(({ path }) => path.includes(':interactionId')))('$name', (endpoint) => {
  it("refuses what is another customer's, or nobody's", async () => {
    const all = await startEverything();
    const input = examples[endpoint.name];
    const theirs = paramsOf(all.other, endpoint).interactionId;
    const wrongKind = all.interactions.filter((id) => id !== paramsOf(all, endpoint).interactionId);
    const foreign = endpoint.caller === 'agent' ? [theirs] : [theirs, ...wrongKind];
    for (const interactionId of [...foreign, 'nothing', '..', '__proto__', 'x'.repeat(500)]) {
      const params = { ...paramsOf(all, endpoint), interactionId };
      await expectRefused(all, endpoint, callerOf(all, endpoint)(endpoint, { params, input }));
    }
  });
});

it('Every endpoint that takes JSON has its example', () => {
  const names = Object.entries(allEndpoints).flatMap(([name, line]) => (isJson(line) ? [name] : []));
  expect(names.toSorted()).toEqual(Object.keys(examples).toSorted());
});
