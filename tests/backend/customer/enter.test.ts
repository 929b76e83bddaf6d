import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { addLogo } from '#contract/endpoints/agent.ts';
import { getEntry, getFeed, getLogo, getSession } from '#contract/endpoints/entry.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import { listMessages } from '#contract/endpoints/message.ts';
import { entrySchema } from '#contract/entry.ts';
import { interactionIdSchema, participantIdSchema } from '#contract/ids.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { agentCredential, createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller, readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { readWholeStore, watchWrites } from '#tests/support/watch-writes.ts';

const day = 24 * 60 * 60 * 1_000;
const secrets = { interactions: [buildDocumentRequest('Divorce papers'), buildPayment('Debt')] };
type Session = Awaited<ReturnType<typeof startTestSession>>;

const enter = async ({ customer }: Pick<Session, 'customer'>) =>
  entrySchema.parse(await (await customer(getEntry)).json());
const enterOpen = async (session: Pick<Session, 'customer'>) => {
  const entry = await enter(session);
  if (entry.kind !== 'open') throw new Error(`Failed to enter: ${entry.kind}`);
  return entry;
};
/** The answer as it went over the wire. */
const enterRaw = async ({ customer }: Session) => (await customer(getEntry)).text();
const listKeys = (json: string) => Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(json)));

describe('A customer who opens a working link', () => {
  it('gets everything the first screen needs in one answer', async () => {
    const session = await startTestSession(secrets);
    const entry = await enterOpen(session);
    expect(entry.session).toMatchObject({
      id: session.sessionId,
      state: 'open',
      access: 'full',
      agentName: 'Ada Agent',
      participants: [{ number: 1, name: 'Cleo Customer', role: 'primary' }],
      interactions: [
        { kind: 'document-request', title: 'Divorce papers', status: 'new', revision: 1 },
        { kind: 'payment', title: 'Debt', amount: { minorUnits: 4900, currency: 'EUR' } },
      ],
    });
    expect(entry.session.interactions.map(({ id }) => id)).toEqual(session.interactions);
    expect(entry.enteredAt).toBe('2026-11-22T09:00:00.000Z');
  });

  it('finds no address and no token in it', async () => {
    const session = await startTestSession(secrets);
    const text = await enterRaw(session);
    for (const secret of ['cleo@example.com', '+48600700842', session.token]) expect(text).not.toContain(secret);
  });

  it('who was invited besides sees nothing that is for another participant', async () => {
    const session = await startTestSession(secrets);
    const other = participantIdSchema.parse('other');
    await changeRecord(session.deps, session.sessionId, ({ interactions, participants }) => ({
      interactions: interactions.map((item, index) => (index === 0 ? { ...item, participant: other } : item)),
      participants: participants.map((one) => ({ ...one, number: 2, role: 'invited' })),
    }));
    expect((await enterOpen(session)).session.interactions.map(({ title }) => title)).toEqual(['Debt']);
    expect(await enterRaw(session)).not.toContain('Divorce');
  });

  it('leaves no trace: after fifty entries the whole store is as it was', async () => {
    const { deps, writes } = watchWrites();
    const test = createTestBackend(deps);
    const document = await test.agent.addDocument(await buildPdf());
    await test.agent.setPresence(true);
    const session = await startTestSession({ interactions: [buildEsign(document), buildPayment()] }, test);
    const before = await readWholeStore(test.deps, session.sessionId);
    writes.length = 0;
    const first = await enterRaw(session);
    for (let time = 0; time < 49; time += 1) expect(await enterRaw(session)).toBe(first);
    expect(writes).toEqual([]);
    expect(await readWholeStore(test.deps, session.sessionId)).toEqual(before);
  });
});

describe('A link nobody knows', () => {
  const ask = async (token: string | null) => {
    const { backend } = createTestBackend();
    const response = await createCaller(backend, token)(getEntry);
    return { status: response.status, problem: { ...(await readProblem(response)), requestId: 'any' } };
  };

  it('answers the same, be it unknown, malformed or missing, so that nobody can tell whether a session exists', async () => {
    const unknown = await ask('x'.repeat(43));
    expect(unknown).toMatchObject({ status: 404, problem: { code: 'link-unknown' } });
    for (const token of [null, 'short', 'with spaces in it, and more', '%00'.repeat(20), 'x'.repeat(200)]) {
      expect(await ask(token)).toEqual(unknown);
    }
  });

  it('answers the same for a link that was revoked, on every endpoint', async () => {
    const session = await startTestSession(secrets);
    await changeRecord(session.deps, session.sessionId, ({ links }) => ({
      links: links.map((link) => ({ ...link, revokedAt: session.deps.now() })),
    }));
    const problem = { ...(await readProblem(await session.customer(getEntry))), requestId: 'any' };
    expect(problem).toEqual((await ask('x'.repeat(43))).problem);
    expect(await readCode(session.customer(getSession))).toBe('link-unknown');
    expect(await readCode(session.customer(listMessages))).toBe('link-unknown');
  });
});

describe('Behind an unmet gate nothing of the session leaves the backend', () => {
  const branding = { branding: { companyName: 'Nord Bank' } };

  it('an expired link brings the business and the offer of a new link, no more', async () => {
    const session = await startTestSession({ ...secrets, settings: branding });
    session.pass(7 * day);
    expect(await enter(session)).toEqual({
      kind: 'cannot-enter',
      code: 'link-expired',
      branding: { companyName: 'Nord Bank', logo: null, primaryColor: null, backgroundColor: null },
      newLink: { channel: 'email', maskedAddress: 'c•••@example.com', coolDown: 0 },
    });
  });

  it('an ended session brings the business only', async () => {
    const session = await startTestSession({ ...secrets, settings: { ...branding, endAccess: { level: 'none' } } });
    await session.agent.endSession(session.sessionId);
    expect(await enter(session)).toMatchObject({ kind: 'cannot-enter', code: 'session-ended', newLink: null });
    expect(listKeys(await enterRaw(session))).toEqual(['kind', 'code', 'branding', 'newLink']);
  });

  it('a consent that was not given brings its text only', async () => {
    const session = await startTestSession({ ...secrets, settings: { consent: { on: true, text: 'May we?' } } });
    expect(await enter(session)).toMatchObject({ kind: 'consent', consent: { text: 'May we?' } });
    expect(listKeys(await enterRaw(session))).toEqual(['kind', 'branding', 'consent']);
  });

  it('the page around a frame may be told of it, where the policy allows one', async () => {
    const allowedOrigins = ['https://www.example.com'];
    const consent = { on: true, text: 'May we?' };
    const session = await startTestSession({ ...secrets, settings: { consent, allowedOrigins } });
    expect(await enter(session)).toMatchObject({ kind: 'consent', allowedOrigins });
    session.pass(8 * day);
    expect(await enter(session)).toMatchObject({ kind: 'cannot-enter', allowedOrigins });
  });

  it.each([
    { gate: 'consent-required', settings: { consent: { on: true, text: 'May we?' } }, wait: 0, ends: false },
    { gate: 'link-expired', settings: {}, wait: 7 * day + 12 * 60 * 60 * 1_000, ends: false },
    { gate: 'session-ended', settings: { endAccess: { level: 'none' as const } }, wait: 0, ends: true },
  ])('every other endpoint says $gate', async ({ gate, settings, wait, ends }) => {
    const session = await startTestSession({ ...secrets, settings });
    if (ends) await session.agent.endSession(session.sessionId);
    session.pass(wait);
    for (const endpoint of [getSession, listMessages, getFeed]) {
      expect(await readCode(session.customer(endpoint))).toBe(gate);
    }
    expect(await readCode(session.customer(getFile, { params: { fileId: 'file-1' } }))).toBe(gate);
  });

  it('no gate lets out a title, a name or an id', async () => {
    for (const settings of [{ consent: { on: true, text: 'May we?' } }, { endAccess: { level: 'none' as const } }]) {
      const session = await startTestSession({ ...secrets, settings });
      if (settings.endAccess) await session.agent.endSession(session.sessionId);
      const text = await enterRaw(session);
      for (const secret of ['Divorce', 'Debt', 'Cleo', 'Ada', session.sessionId]) expect(text).not.toContain(secret);
    }
  });
});

describe('A link that runs out', () => {
  it('does not cut off someone inside, but lets nobody enter any more', async () => {
    const session = await startTestSession(secrets);
    session.pass(7 * day);
    expect((await enter(session)).kind).toBe('cannot-enter');
    expect(await readCode(session.customer(getSession))).toBe('ok');
    session.pass(12 * 60 * 60 * 1_000);
    expect(await readCode(session.customer(getSession))).toBe('link-expired');
  });

  it('runs out when the policy of its start said so', async () => {
    const session = await startTestSession({ settings: { accessDuration: 1 } });
    session.pass(day - 1);
    expect((await enter(session)).kind).toBe('open');
    session.pass(1);
    expect((await enter(session)).kind).toBe('cannot-enter');
  });
});

describe('The policy', () => {
  it('is the session over the team over the system, each value with its origin', async () => {
    const session = await startTestSession({ settings: { chat: false } });
    await session.agent.saveSystemSettings({ chat: true, autoOpen: true, requireReview: true });
    await session.agent.saveTeamSettings(testTeam, { chat: true, autoOpen: false });
    const { policy } = await enterOpen(session);
    expect(policy.chat).toEqual({ value: false, origin: 'session' });
    expect(policy.autoOpen).toEqual({ value: false, origin: 'team' });
    expect(policy.requireReview).toEqual({ value: true, origin: 'system' });
    expect(policy.attachments).toEqual({ value: true, origin: 'default' });
  });

  it("is that of the session's team, whatever other teams have set", async () => {
    const session = await startTestSession();
    const other = testTeam.replace('1', '2');
    await session.asAgent(
      { method: 'PUT', path: '/api/agent/settings/teams/:teamId' },
      {
        params: { teamId: other },
        input: { autoOpen: true },
      },
    );
    expect((await enterOpen(session)).policy.autoOpen).toEqual({ value: false, origin: 'default' });
  });

  it('is resolved anew at each entry', async () => {
    const session = await startTestSession();
    expect((await enterOpen(session)).policy.autoOpen.value).toBe(false);
    await session.agent.saveTeamSettings(testTeam, { autoOpen: true });
    expect((await enterOpen(session)).policy.autoOpen).toEqual({ value: true, origin: 'team' });
  });
});

describe('The agent', () => {
  it('counts as inactive until they connect, and again when they leave', async () => {
    const session = await startTestSession();
    expect((await enterOpen(session)).agentActivity).toBe('inactive');
    await session.agent.setPresence(true);
    expect((await enterOpen(session)).agentActivity).toBe('active');
    await session.agent.setPresence(false);
    expect((await enterOpen(session)).agentActivity).toBe('inactive');
  });

  it('counts as inactive in a session that has none', async () => {
    const session = await startTestSession();
    await session.agent.setPresence(true);
    await changeRecord(session.deps, session.sessionId, () => ({ agent: null }));
    expect(await enterOpen(session)).toMatchObject({ agentActivity: 'inactive', session: { agentName: null } });
  });

  it('is unknown when nobody can say; the customer enters all the same', async () => {
    const { deps } = watchWrites();
    const store = { ...deps.store, loadPresence: () => Promise.reject(new Error('Failed to read.')) };
    const session = await startTestSession({}, createTestBackend({ store }));
    expect((await enterOpen(session)).agentActivity).toBe('unknown');
  });
});

describe('After the agent ended the session', () => {
  it('a customer may still look at it where the policy leaves that', async () => {
    const session = await startTestSession(secrets);
    await session.agent.endSession(session.sessionId);
    expect((await enterOpen(session)).session).toMatchObject({ state: 'ended', access: 'limited' });
  });
});

describe('A logo', () => {
  const png = buildPng(200, 80);

  it('is public, kept for good, and never taken for anything but a picture', async () => {
    const { agent, backend } = createTestBackend();
    const fileId = await agent.addLogo(png);
    const response = await createCaller(backend, null)(getLogo, { params: { fileId } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('larger than any screen, or cut off before it says how large it is, is refused', async () => {
    const { backend } = createTestBackend();
    const call = createCaller(backend, agentCredential);
    expect(await readCode(call(addLogo, { body: buildPng(10_000, 10_000) }))).toBe('file-too-large');
    expect(await readCode(call(addLogo, { body: png.slice(0, 12) }))).toBe('file-type-not-accepted');
  });

  it('that nobody brought is not found, and no document is given out as one', async () => {
    const { agent, backend } = createTestBackend();
    const fileId = await agent.addDocument(await buildPdf());
    const call = createCaller(backend, null);
    expect(await readCode(call(getLogo, { params: { fileId } }))).toBe('not-found');
    expect(await readCode(call(getLogo, { params: { fileId: `../file/${fileId}` } }))).toBe('not-found');
  });
});

describe('A file', () => {
  it('is given to the customer whose session names it, under its title, as a download', async () => {
    const test = createTestBackend();
    const bytes = await buildPdf();
    const document = await test.agent.addDocument(bytes);
    const session = await startTestSession({ interactions: [buildEsign(document, "Café (O'Neil) \ud800*")] }, test);
    const response = await session.customer(getFile, { params: { fileId: document } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="Caf_ (O'Neil) _*.pdf"; filename*=UTF-8''Caf%C3%A9%20%28O%27Neil%29%20%EF%BF%BD%2A.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('of another session, of another participant, or of none is not found', async () => {
    const test = createTestBackend();
    const document = await test.agent.addDocument(await buildPdf());
    const stray = await test.agent.addDocument(await buildPdf());
    const theirs = await startTestSession({ interactions: [buildEsign(document)] }, test);
    const mine = await startTestSession({}, test);
    const ask = (fileId: string) => readCode(mine.customer(getFile, { params: { fileId } }));
    expect(await ask(document)).toBe('not-found');
    expect(await ask(stray)).toBe('not-found');
    expect(await ask(interactionIdSchema.parse('nothing'))).toBe('not-found');
    await changeRecord(test.deps, theirs.sessionId, ({ interactions }) => ({
      interactions: interactions.map((item) => ({ ...item, participant: participantIdSchema.parse('other') })),
    }));
    expect(await readCode(theirs.customer(getFile, { params: { fileId: document } }))).toBe('not-found');
  });
});
