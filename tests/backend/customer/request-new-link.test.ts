import { describe, expect, it } from 'vitest';

import { getEntry, requestNewLink } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { entrySchema } from '#contract/entry.ts';
import { newLinkReceiptSchema } from '#contract/gate.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';
import { createCaller, readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60 * 1_000;
type Session = Awaited<ReturnType<typeof startTestSession>>;

/** A session whose link ran out a moment ago. */
async function startExpired(...args: Parameters<typeof startTestSession>): Promise<Session> {
  const session = await startTestSession(...args);
  session.pass(7 * day);
  return session;
}
const enter = async (customer: Session['customer']) => entrySchema.parse(await (await customer(getEntry)).json());
const askForLink = async ({ customer }: Session, key = 'key-of-new-link') =>
  newLinkReceiptSchema.parse(await (await customer(requestNewLink, { key })).json());
const listSent = async ({ deps }: Session) => (await deps.store.listOutbox()).filter(({ kind }) => kind === 'new-link');

describe('A customer whose link expired', () => {
  it('gets a new one over the engagement channel, and only they learn the address', async () => {
    const session = await startExpired({ settings: { branding: { companyName: 'Nord Bank' } } });
    expect(await askForLink(session)).toEqual({ channel: 'email', maskedAddress: 'c•••@example.com', coolDown: 60 });
    expect(await listSent(session)).toMatchObject([
      {
        channel: 'email',
        to: 'cleo@example.com',
        companyName: 'Nord Bank',
        recipientName: 'Cleo Customer',
        sessionId: session.sessionId,
      },
    ]);
  });

  it('gets it in the language that they ask in, as everything from then on', async () => {
    const session = await startExpired();
    const ask = (language: string, key: string) =>
      session.customer(requestNewLink, { key, headers: { 'accept-language': language } });
    await ask('fr-FR, pl-PL;q=0.9, en;q=0.8', 'key-of-first');
    session.pass(60_000);
    await ask('tlh', 'key-of-second');
    expect((await listSent(session)).map(({ language, words }) => [language, words.action])).toEqual([
      ['pl', 'Otwórz moją stronę'],
      ['pl', 'Otwórz moją stronę'],
    ]);
  });

  it('gets it by text message where that is the channel', async () => {
    const session = await startExpired({ channel: 'sms' });
    expect(await askForLink(session)).toMatchObject({ channel: 'sms', maskedAddress: '•••42' });
    expect(await listSent(session)).toMatchObject([{ channel: 'sms', to: '+48600700842' }]);
  });

  it('enters by it and finds everything as they left it, while the old link stays expired', async () => {
    const session = await startTestSession({ interactions: [buildDocumentRequest('Payslip')] });
    await session.customer(sendMessage, { input: { text: 'Back in a week' } });
    session.pass(7 * day);
    await askForLink(session);
    const [sent] = await listSent(session);
    const again = await enter(createCaller(session.backend, readToken(sent?.url ?? '')));
    expect(again).toMatchObject({
      kind: 'open',
      session: { id: session.sessionId, interactions: [{ title: 'Payslip' }] },
    });
    expect(await enter(session.customer)).toMatchObject({ kind: 'cannot-enter', code: 'link-expired' });
  });

  it('finds the new link working as long as the policy says, and no longer', async () => {
    const session = await startExpired();
    await askForLink(session);
    const [sent] = await listSent(session);
    const customer = createCaller(session.backend, readToken(sent?.url ?? ''));
    session.pass(7 * day - 1);
    expect((await enter(customer)).kind).toBe('open');
    session.pass(1);
    expect((await enter(customer)).kind).toBe('cannot-enter');
  });

  it('gets one only, however often the button sends the same wish', async () => {
    const session = await startExpired();
    const first = await askForLink(session);
    session.pass(20_000);
    expect(await askForLink(session)).toEqual({ ...first, coolDown: 40 });
    expect(await listSent(session)).toHaveLength(1);
  });

  it('waits a minute for the next, and is told how long', async () => {
    const session = await startExpired();
    await askForLink(session);
    session.pass(59_001);
    const refused = await session.customer(requestNewLink, { key: 'key-of-another' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await readProblem(refused)).toMatchObject({ code: 'too-soon', retryAfter: 1 });
    expect(await enter(session.customer)).toMatchObject({ newLink: { coolDown: 1 } });
    session.pass(999);
    expect(await readCode(session.customer(requestNewLink, { key: 'key-of-another' }))).toBe('ok');
    expect(await listSent(session)).toHaveLength(2);
  });

  it('gets one when two tabs ask at once', async () => {
    const session = await startExpired();
    const codes = await Promise.all(
      ['key-of-one-tab', 'key-of-the-other'].map((key) => readCode(session.customer(requestNewLink, { key }))),
    );
    expect(codes.toSorted()).toEqual(['ok', 'too-soon']);
    expect(await listSent(session)).toHaveLength(1);
  });

  it('has it in the log, without the link or the address', async () => {
    const session = await startExpired();
    await askForLink(session);
    const [entry] = await session.deps.store.readLog(session.sessionId, 1, 10);
    expect(entry).toMatchObject({ actor: { kind: 'customer' }, fact: { kind: 'link-sent', channel: 'email' } });
    expect(JSON.stringify(entry)).not.toContain('example.com');
  });
});

describe('No new link is offered or sent', () => {
  it.each([
    {
      title: 'by text message, once text messages are off',
      session: { channel: 'sms' as const },
      after: { textMessages: false },
    },
    {
      title: 'in an embedded session, where the business invites by itself',
      session: { channel: 'email' as const, settings: { embeddedSession: true } },
      after: {},
    },
    {
      title: 'in a session without a channel',
      session: { channel: null, settings: { embeddedSession: true } },
      after: {},
    },
  ])('$title', async ({ session: input, after }) => {
    const session = await startExpired(input);
    await session.agent.saveSystemSettings(after);
    expect(await enter(session.customer)).toMatchObject({ code: 'link-expired', newLink: null });
    expect(await readCode(session.customer(requestNewLink))).toBe('channel-not-allowed');
    expect(await session.deps.store.listOutbox()).toEqual(
      input.channel === 'sms' ? [expect.objectContaining({ kind: 'invitation' })] : [],
    );
  });

  it('over a channel for which nobody left an address', async () => {
    const session = await startExpired();
    await changeRecord(session.deps, session.sessionId, ({ participants }) => ({
      participants: participants.map((participant) => ({ ...participant, email: null })),
    }));
    expect(await enter(session.customer)).toMatchObject({ code: 'link-expired', newLink: null });
    expect(await readCode(session.customer(requestNewLink))).toBe('channel-not-allowed');
  });

  it('for a link that still works', async () => {
    const session = await startTestSession();
    expect(await readCode(session.customer(requestNewLink))).toBe('not-allowed');
    expect(await listSent(session)).toEqual([]);
  });

  it('for a session that ended with nothing left', async () => {
    const session = await startExpired({ settings: { endAccess: { level: 'none' } } });
    await session.agent.endSession(session.sessionId);
    expect(await readCode(session.customer(requestNewLink))).toBe('session-ended');
    expect(await listSent(session)).toEqual([]);
  });

  it('to somebody with a link nobody knows, or one that was revoked', async () => {
    const { backend } = createTestBackend();
    expect(await readCode(createCaller(backend, 'x'.repeat(43))(requestNewLink))).toBe('link-unknown');
    const session = await startExpired();
    await changeRecord(session.deps, session.sessionId, ({ links }) => ({
      links: links.map((link) => ({ ...link, revokedAt: session.deps.now() })),
    }));
    expect(await readCode(session.customer(requestNewLink))).toBe('link-unknown');
    expect(await listSent(session)).toEqual([]);
  });
});
