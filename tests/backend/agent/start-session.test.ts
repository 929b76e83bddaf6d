import { describe, expect, it } from 'vitest';
import { startedSessionSchema } from '#contract/agent.ts';
import { startSession } from '#contract/endpoints/agent.ts';
import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { sessionSchema } from '#contract/session.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { agentCredential, createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildEsign, buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';
import {
  buildSessionInput,
  createCaller,
  readCode,
  readProblem,
  startTestSession,
} from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof startTestSession>>;

const readSession = async ({ customer }: Pick<Session, 'customer'>) =>
  sessionSchema.parse(await (await customer(getSession)).json());

describe('Starting a session', () => {
  it('invites the customer over the engagement channel, with their link', async () => {
    const { deps, url, token } = await startTestSession({ settings: { branding: { companyName: 'Nord Bank' } } });
    expect(url).toBe(`http://room.test/s/${token}`);
    expect(await deps.store.listOutbox()).toMatchObject([
      { kind: 'invitation', channel: 'email', to: 'cleo@example.com', url, companyName: 'Nord Bank' },
    ]);
  });

  it('keeps the token as a hash only', async () => {
    const { deps, sessionId, token } = await startTestSession();
    const record = await deps.store.loadSession(sessionId);
    expect(JSON.stringify(record)).not.toContain(token);
    expect(record?.links.map(({ tokenHash }) => tokenHash)).toEqual([await sha256Hex(token)]);
  });

  it('sends nothing where the business invites by itself, with or without a channel', async () => {
    for (const channel of ['email', 'sms', null] as const) {
      const { deps, customer } = await startTestSession({ channel, settings: { embeddedSession: true } });
      expect(await deps.store.listOutbox()).toEqual([]);
      expect(await readCode(customer(getEntry))).toBe('ok');
    }
  });

  it.each([
    ['the session', { session: { textMessages: false } }],
    ['the team', { team: { textMessages: false } }],
    ['the system', { system: { textMessages: false } }],
    ['the team, over the system', { team: { textMessages: false }, system: { textMessages: true } }],
    ['the session, even where nothing would be sent', { session: { textMessages: false, embeddedSession: true } }],
  ])(
    'by text message is refused where %s turned them off',
    async (_, { session = {}, team = {}, system = {} }: Levels) => {
      const { agent, backend, deps } = createTestBackend();
      await agent.saveSystemSettings(system);
      await agent.saveTeamSettings(testTeam, team);
      const call = createCaller(backend, agentCredential);
      const input = buildSessionInput({ channel: 'sms', settings: session });
      expect(await readCode(call(startSession, { input }))).toBe('channel-not-allowed');
      expect(await deps.store.listOutbox()).toEqual([]);
    },
  );

  it.each([
    { path: 'customer.email', overrides: { customer: { name: 'Cleo', email: null, phone: '+48600700842' } } },
    {
      path: 'customer.phone',
      overrides: { channel: 'sms' as const, customer: { name: 'Cleo', email: 'c@example.com', phone: null } },
    },
    { path: 'channel', overrides: { channel: null } },
  ])('without $path, which the invitation needs, is refused', async ({ path, overrides }) => {
    const call = createCaller(createTestBackend().backend, agentCredential);
    const response = await call(startSession, { input: buildSessionInput(overrides) });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
  });

  it('with a document nobody brought is refused', async () => {
    const { agent, backend } = createTestBackend();
    const logo = await agent.addLogo(buildPng(8, 8));
    const call = createCaller(backend, agentCredential);
    const input = buildSessionInput({ interactions: [buildEsign(logo)] });
    expect(await readCode(call(startSession, { input }))).toBe('not-found');
  });

  it('with a hundred interactions keeps their order; with more it is refused', async () => {
    const interactions = Array.from({ length: 100 }, (_, index) => buildPayment(`Fee ${index}`));
    const session = await startTestSession({ interactions });
    expect((await readSession(session)).interactions.map(({ title }) => title)).toEqual(
      interactions.map(({ title }) => title),
    );
    const input = { ...buildSessionInput(), interactions: [...interactions, buildPayment()] };
    const response = await session.asAgent(startSession, { input });
    expect(await readProblem(response)).toMatchObject({ fields: [{ path: 'interactions', message: 'too_big' }] });
  });
});

type Levels = { session?: object; team?: object; system?: object };

describe('Starting the same session again, after a lost answer', () => {
  const input = buildSessionInput({ interactions: [buildPayment('Fee'), buildWorkflow()] });
  const start = async (test: Pick<Session, 'backend'>, key = 'key-of-start') =>
    startedSessionSchema.parse(
      await (await createCaller(test.backend, agentCredential)(startSession, { input, key })).json(),
    );

  it('starts no second one and invites nobody twice', async () => {
    const test = createTestBackend();
    const first = await start(test);
    const again = await start(test);
    expect(again.sessionId).toBe(first.sessionId);
    expect(again.interactions).toEqual(first.interactions);
    expect(await test.deps.store.listOutbox()).toHaveLength(1);
  });

  it('brings a link that works, and leaves the first one working', async () => {
    const test = createTestBackend();
    for (const { url, sessionId } of [await start(test), await start(test)]) {
      const customer = createCaller(test.backend, readToken(url ?? ''));
      expect((await readSession({ customer })).id).toBe(sessionId);
    }
  });

  it('names what was started with, also when more was added since', async () => {
    const test = createTestBackend();
    const first = await start(test);
    await test.agent.addInteraction(first.sessionId, buildPayment('Later'));
    expect((await start(test)).interactions).toEqual(first.interactions);
  });

  it('starts one when both requests arrive at once', async () => {
    const test = createTestBackend();
    const [one, other] = await Promise.all([start(test), start(test)]);
    expect(one.sessionId).toBe(other.sessionId);
    expect(one.interactions).toEqual(other.interactions);
    expect(await test.deps.store.listOutbox()).toHaveLength(1);
  });

  it('is refused when the key comes with another session', async () => {
    const test = createTestBackend();
    await start(test);
    const call = createCaller(test.backend, agentCredential);
    const other = { ...input, customer: { ...input.customer, name: 'Carl Customer' } };
    expect(await readCode(call(startSession, { input: other, key: 'key-of-start' }))).toBe('key-reused');
  });

  it('is another session by another key', async () => {
    const test = createTestBackend();
    expect((await start(test, 'key-of-one')).sessionId).not.toBe((await start(test, 'key-of-two')).sessionId);
  });
});
