import { describe, expect, it } from 'vitest';
import type { StartSessionInput } from '#contract/agent.ts';
import {
  acceptInteraction,
  addInteraction,
  endSession,
  returnInteraction,
  sendAgentMessage,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import type { InteractionStatus } from '#contract/interaction.ts';
import { sessionSchema } from '#contract/session.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildPdf } from '#tests/support/sample-interactions.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof startTestSession>>;

const readSession = async ({ customer }: Pick<Session, 'customer'>) =>
  sessionSchema.parse(await (await customer(getSession)).json());

/** A session whose only interaction is in this state. */
async function startWith(input: StartSessionInput['interactions'][number], status: InteractionStatus = 'new') {
  const session = await startTestSession({ interactions: [input] });
  await changeRecord(session.deps, session.sessionId, ({ interactions }) => ({
    interactions: interactions.map((item): StoredInteraction => ({ ...item, status })),
  }));
  const [interactionId] = session.interactions;
  if (!interactionId) throw new Error('Failed to start with an interaction.');
  const params = { sessionId: session.sessionId, interactionId };
  const current = async () => (await readSession(session)).interactions[0];
  return { ...session, interactionId, params, current };
}

const statuses = {
  withdraw: ['new', 'in-progress', 'returned', 'under-review', 'waiting-for-others'],
  return: ['completed', 'under-review'],
  accept: ['under-review'],
} as const satisfies Record<string, readonly InteractionStatus[]>;
const everyStatus = [
  'new',
  'in-progress',
  'returned',
  'under-review',
  'waiting-for-others',
  'completed',
  'declined',
  'cancelled',
  'expired',
] as const satisfies readonly InteractionStatus[];

describe.each([
  { verb: 'withdraw', endpoint: withdrawInteraction, input: { reason: 'Not needed' }, becomes: 'cancelled' },
  { verb: 'return', endpoint: returnInteraction, input: { reason: 'Blurred', items: {} }, becomes: 'returned' },
  { verb: 'accept', endpoint: acceptInteraction, input: undefined, becomes: 'completed' },
] as const)('To $verb an interaction', ({ verb, endpoint, input, becomes }) => {
  const allowed: readonly InteractionStatus[] = statuses[verb];

  it.each(everyStatus)('that is %s works where it should, and raises its revision', async (status) => {
    const { asAgent, params, current } = await startWith(buildDocumentRequest(), status);
    const response = asAgent(endpoint, { params, input });
    const isAllowed = allowed.includes(status);
    expect(await readCode(response)).toBe(isAllowed ? 'ok' : 'not-actionable');
    expect(await current()).toMatchObject(
      isAllowed ? { status: becomes, revision: 2 } : { status, revision: 1, reason: null },
    );
  });

  it('twice with the same key does it once', async () => {
    const { asAgent, params, current, deps, sessionId } = await startWith(buildDocumentRequest(), 'under-review');
    for (let time = 0; time < 2; time += 1) {
      expect(await readCode(asAgent(endpoint, { params, input, key: 'key-of-change' }))).toBe('ok');
    }
    expect(await current()).toMatchObject({ status: becomes, revision: 2 });
    const log = await deps.store.readLog(sessionId, 2, 10);
    expect(log.filter(({ fact }) => fact.kind !== 'link-sent')).toHaveLength(1);
  });

  it('by a key that was used on another is refused', async () => {
    const session = await startTestSession({ interactions: [buildDocumentRequest(), buildDocumentRequest()] });
    await changeRecord(session.deps, session.sessionId, ({ interactions }) => ({
      interactions: interactions.map((item): StoredInteraction => ({ ...item, status: 'under-review' })),
    }));
    const [one, other] = session.interactions.map((interactionId) =>
      session.asAgent(endpoint, {
        params: { sessionId: session.sessionId, interactionId },
        input,
        key: 'key-of-change',
      }),
    );
    const codes = await Promise.all(
      [one, other].map((answer) => readCode(answer ?? Promise.reject(new Error('None')))),
    );
    expect(codes.toSorted()).toEqual(['key-reused', 'ok']);
  });

  it('is refused in a session that ended, and where there is none', async () => {
    const { asAgent, agent, params, sessionId } = await startWith(buildDocumentRequest(), 'under-review');
    const ask = (overrides: object) => readCode(asAgent(endpoint, { params: { ...params, ...overrides }, input }));
    expect(await ask({ interactionId: 'nothing' })).toBe('not-found');
    expect(await ask({ sessionId: 'nowhere' })).toBe('not-found');
    expect(await ask({ sessionId: 'not an id' })).toBe('invalid-input');
    await agent.endSession(sessionId);
    expect(await ask({})).toBe('session-ended');
  });
});

describe('What is returned', () => {
  it('tells the customer why, and opens again', async () => {
    const { agent, sessionId, interactionId, current } = await startWith(buildDocumentRequest(), 'completed');
    await agent.returnForCorrection(sessionId, interactionId, 'The last page is missing');
    expect(await current()).toMatchObject({ status: 'returned', reason: 'The last page is missing', closedAt: null });
  });

  it('is never a signed document, nor a payment', async () => {
    const test = createTestBackend();
    const document = await test.agent.addDocument(await buildPdf());
    for (const input of [buildEsign(document), buildPayment()]) {
      const session = await startTestSession({ interactions: [input] }, test);
      await changeRecord(test.deps, session.sessionId, ({ interactions }) => ({
        interactions: interactions.map((item): StoredInteraction => ({ ...item, status: 'completed' })),
      }));
      const params = { sessionId: session.sessionId, interactionId: session.interactions[0] ?? '' };
      const extras = { params, input: { reason: 'Wrong', items: {} } };
      expect(await readCode(session.asAgent(returnInteraction, extras))).toBe('not-actionable');
    }
  });

  it('names papers that were asked for, or is refused', async () => {
    const { asAgent, params, current } = await startWith(buildDocumentRequest(), 'completed');
    const input = { reason: 'Blurred', items: { passport: 'Too dark' } };
    expect(await readProblem(await asAgent(returnInteraction, { params, input }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'items.passport' }],
    });
    expect(await current()).toMatchObject({ status: 'completed' });
  });

  it('needs a reason', async () => {
    const { asAgent, params } = await startWith(buildDocumentRequest(), 'completed');
    const response = await asAgent(returnInteraction, { params, input: { reason: '  ', items: {} } });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'reason' }] });
  });
});

describe('Ending a session', () => {
  it('ends it once; ending it again changes nothing', async () => {
    const session = await startTestSession();
    await session.agent.endSession(session.sessionId);
    session.pass(1_000);
    await session.agent.endSession(session.sessionId);
    const record = await session.deps.store.loadSession(session.sessionId);
    expect(record).toMatchObject({ state: 'ended', endedAt: record?.startedAt, head: { seq: 2 } });
  });

  it('stops what agents may still add', async () => {
    const session = await startTestSession();
    await session.agent.endSession(session.sessionId);
    const extras = { params: { sessionId: session.sessionId }, input: buildPayment() };
    expect(await readCode(session.asAgent(addInteraction, extras))).toBe('session-ended');
  });

  it('of nobody is not found', async () => {
    const session = await startTestSession();
    for (const endpoint of [endSession, addInteraction, sendAgentMessage]) {
      const input =
        endpoint === endSession ? undefined : endpoint === addInteraction ? buildPayment() : { text: 'Hello' };
      expect(await readCode(session.asAgent(endpoint, { params: { sessionId: 'nowhere' }, input }))).toBe('not-found');
    }
  });
});
