/** A customer's way into a session after it was started: found again, corrected, closed, opened again. */
import { describe, expect, it } from 'vitest';

import type { ReengageInput } from '#contract/engagement.ts';
import { startSession } from '#contract/endpoints/agent.ts';
import {
  reengage,
  renameInteraction,
  reopenSession,
  resendInvitation,
  revokeLinks,
} from '#contract/endpoints/engagement.ts';
import { getEntry, getSession, giveConsent, requestNewLink } from '#contract/endpoints/entry.ts';
import { createFileTicket } from '#contract/endpoints/interaction.ts';
import { createCustomerClient, readToken } from '#backend/scenarios/customer-client.ts';
import { submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { deliverDue } from '#backend/messages/deliver-due.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import { day, followMessages, hour } from '#tests/backend/messages/follow-messages.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildDocumentRequest, buildPayment, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode, readProblem } from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof followMessages>>;

const right = {
  customer: { name: 'Clea Customer', email: 'clea@example.com', phone: '+48600700842' },
  channel: 'email',
} as const satisfies ReengageInput;

const everyDay: SettingsLevel['reminders'] = {
  on: true,
  schedule: {
    weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    fromHour: 8,
    toHour: 20,
    timeZone: 'UTC',
    repetitions: 9,
  },
};

const paramsOf = ({ sessionId }: Session) => ({ sessionId });
const enterBy = (session: Session, url: string) => readCode(createCaller(session.backend, readToken(url))(getSession));
const readLog = async ({ deps, sessionId }: Session, after: number) =>
  (await deps.store.readLog(sessionId, after, 50)).map(({ actor, fact }) => ({ by: actor.kind, ...fact }));
const listInvitations = async (session: Session) =>
  (await session.listMessages()).filter(({ kind }) => kind === 'invitation');
const newestUrl = async (session: Session) => (await session.listMessages()).at(-1)?.url ?? '';

const listRecipients = async (session: Session) =>
  (await session.listMessages()).map(({ kind, to }) => `${kind} ${to}`);

/** A session with unfinished business in which something else happens while the next message is being worded. */
async function followWithHook() {
  const { deps } = createTestBackend();
  const meanwhile: (() => Promise<unknown>)[] = [];
  const loadTexts: typeof deps.loadTexts = async (language) => {
    await meanwhile.shift()?.();
    return deps.loadTexts(language);
  };
  const input = { settings: { reminders: everyDay }, interactions: [buildPayment()] };
  return { session: await followMessages(input, createTestBackend({ loadTexts })), meanwhile };
}

describe('Whoever cannot find their invitation', () => {
  it('gets it again in their language, with a link of its own; the one they had works on', async () => {
    const session = await followMessages({
      customer: { ...right.customer, language: 'pl' },
      interactions: [buildPayment()],
    });
    expect(await readCode(session.asAgent(resendInvitation, { params: paramsOf(session) }))).toBe('ok');
    const [first, second] = await listInvitations(session);
    expect(second).toMatchObject({ to: 'clea@example.com', channel: 'email', language: 'pl' });
    expect(second?.words).toEqual(first?.words);
    expect(await enterBy(session, second?.url ?? '')).toBe('ok');
    expect(await enterBy(session, session.url)).toBe('ok');
    expect(await readLog(session, 2)).toEqual([{ by: 'agent', kind: 'link-sent', channel: 'email' }]);
  });

  it('gets it once for one press, and not again within a minute', async () => {
    const session = await followMessages();
    const press = (key?: string) =>
      session.asAgent(resendInvitation, { params: paramsOf(session), ...(key !== undefined && { key }) });
    expect(await readCode(press('key-of-the-press'))).toBe('ok');
    expect(await readCode(press('key-of-the-press'))).toBe('ok');
    expect(await listInvitations(session)).toHaveLength(2);
    session.pass(20_000);
    const response = await press();
    expect(response.headers.get('retry-after')).toBe('40');
    expect(await readProblem(response)).toMatchObject({ code: 'too-soon' });
    session.pass(40_000);
    expect(await readCode(press())).toBe('ok');
  });

  it('gets a new one when theirs has run out', async () => {
    const session = await followMessages();
    session.pass(30 * day);
    expect(await enterBy(session, session.url)).toBe('link-expired');
    await session.asAgent(resendInvitation, { params: paramsOf(session) });
    expect(await enterBy(session, await newestUrl(session))).toBe('ok');
  });

  it.each<{ settings: SettingsLevel; code: string; told?: boolean }>([
    { settings: { textMessages: false }, code: 'channel-not-allowed' },
    { settings: { embeddedSession: true }, code: 'channel-not-allowed' },
    { settings: { embeddedSession: true, copySessionUrl: true }, code: 'ok' },
  ])(
    'by no message where none may be sent ($settings): $code, with a link to copy if that is wanted',
    async ({ settings, code }) => {
      const office = await openOffice();
      const asBen = await office.signInAs((await office.employ('Ben', 'agent')).email);
      const begun = await asBen(startSession, { input: buildSessionInput({ channel: 'sms' }) });
      const params = { sessionId: startSession.output.parse(await begun.json()).sessionId };
      await office.agent.saveTeamSettings(testTeam, settings);
      const before = await office.deps.store.listOutbox();
      const response = await asBen(resendInvitation, { params });
      expect(await readCode(Promise.resolve(response.clone()))).toBe(code);
      if (response.ok) expect(resendInvitation.output.parse(await response.json()).url).not.toBeNull();
      expect(await office.deps.store.listOutbox()).toEqual(before);
    },
  );

  it('is told to nobody but the customer', async () => {
    const office = await openOffice();
    const asBen = await office.signInAs((await office.employ('Ben', 'agent')).email);
    const begun = await asBen(startSession, { input: buildSessionInput() });
    const params = { sessionId: startSession.output.parse(await begun.json()).sessionId };
    for (const [endpoint, input] of [
      [resendInvitation, undefined],
      [reengage, right],
    ] as const) {
      const answer = await asBen(endpoint, { params, input });
      expect(await answer.json()).toEqual({ url: null });
    }
  });
});

describe('When the contact was wrong', () => {
  it('the link that is out is dead at once, also for whoever is inside, and the right person finds everything', async () => {
    const session = await followMessages({ interactions: [buildDocumentRequest(), buildWorkflow('Questions')] });
    const feed = await openFeed(session.customer, '?after=1');
    await feed.nextBatch();
    expect(await readCode(session.asAgent(reengage, { params: paramsOf(session), input: right }))).toBe('ok');
    expect(await feed.next()).toBeNull();
    expect(await enterBy(session, session.url)).toBe('link-unknown');

    const invitation = (await listInvitations(session)).at(-1);
    expect(invitation).toMatchObject({ to: 'clea@example.com', recipientName: 'Clea Customer', channel: 'email' });
    const customer = createCustomerClient(session.backend, invitation?.url ?? '');
    const { interactions, participants } = await customer.ask(getSession);
    expect(interactions.map(({ title }) => title)).toEqual([expect.any(String), 'Questions']);
    expect(participants).toMatchObject([{ name: 'Clea Customer' }]);
    expect(await readLog(session, 3)).toEqual([
      { by: 'agent', kind: 'links-revoked' },
      { by: 'agent', kind: 'contact-corrected', changed: ['name', 'email'] },
      { by: 'agent', kind: 'link-sent', channel: 'email' },
    ]);
    const record = await session.deps.store.loadSession(session.sessionId);
    const log = await session.deps.store.readLog(session.sessionId, 0, 50);
    expect(record && (await isLogIntact(log, record.head))).toBe(true);
  });

  it('a file is not fetched by a ticket of before', async () => {
    const session = await followMessages(
      { interactions: [buildDocumentRequest()] },
      createTestBackend({ servesLinks: true }),
    );
    const wrong = createCustomerClient(session.backend, session.url);
    const [interactionId] = session.interactions;
    if (!interactionId) throw new Error('Failed to start with an interaction.');
    await uploadTo(wrong, { interactionId, itemId: part('payslip'), filename: 'payslip.pdf' }, await buildPdf());
    await submitPapers(wrong, interactionId);
    const { interactions } = await wrong.ask(getSession);
    const { path } = await wrong.ask(createFileTicket, { fileId: interactions[0]?.files[0]?.id ?? '' });
    const follow = async () => (await session.backend(new Request(`http://room.test${path ?? ''}`))).status;
    expect(await follow()).toBe(200);
    await session.asAgent(reengage, { params: paramsOf(session), input: right });
    expect(await follow()).toBe(404);
  });

  it('the right person is asked for consent, whatever the wrong one agreed to', async () => {
    const session = await followMessages({ settings: { consent: { on: true, text: 'May we?' } } });
    const wrong = createCustomerClient(session.backend, session.url);
    const asked = await wrong.ask(getEntry);
    if (asked.kind !== 'consent') throw new Error('Failed to be asked for consent.');
    await wrong.ask(giveConsent, {}, { decision: 'agree', revision: asked.consent.revision });
    await session.asAgent(reengage, { params: paramsOf(session), input: right });
    const customer = createCustomerClient(session.backend, await newestUrl(session));
    expect((await customer.ask(getEntry)).kind).toBe('consent');
  });

  it('a message to the wrong address that waits does not go out any more', async () => {
    const session = await followMessages();
    await session.asAgent(reengage, { params: paramsOf(session), input: right });
    const sent: string[] = [];
    const email = async ({ to }: { to: string }) => {
      sent.push(to);
      return { kind: 'sent' as const };
    };
    await deliverDue({
      ...session.deps,
      transports: { email, sms: null },
      random: () => 0,
      signal: new AbortController().signal,
      onSettled: () => {},
    });
    expect(sent).toEqual(['clea@example.com']);
    expect((await session.listMessages())[0]?.delivery).toMatchObject({
      state: 'cancelled',
      reason: 'address-changed',
    });
  });

  it('a new link that the wrong person was asking for at that moment is not sent', async () => {
    const { session, meanwhile } = await followWithHook();
    session.pass(30 * day);
    meanwhile.push(() => session.asAgent(reengage, { params: paramsOf(session), input: right }));
    await session.customer(requestNewLink);
    expect(await listRecipients(session)).toEqual(['invitation cleo@example.com', 'invitation clea@example.com']);
  });

  it('twice with one key it is corrected once, and that key corrects nothing else', async () => {
    const session = await followMessages();
    const ask = (input: object) =>
      readCode(session.asAgent(reengage, { params: paramsOf(session), input, key: 'one-key-of-many' }));
    expect(await ask(right)).toBe('ok');
    expect(await ask(right)).toBe('ok');
    expect(await listInvitations(session)).toHaveLength(2);
    expect(await ask({ ...right, customer: { ...right.customer, name: 'Another' } })).toBe('key-reused');
  });

  it.each<{ when: string; settings?: SettingsLevel; input: ReengageInput; code: string }>([
    {
      when: 'text messages are off',
      settings: { textMessages: false },
      input: { ...right, channel: 'sms' },
      code: 'channel-not-allowed',
    },
    {
      when: 'the channel has no address',
      input: { ...right, customer: { ...right.customer, email: null } },
      code: 'invalid-input',
    },
    { when: 'there is no channel', input: { ...right, channel: null }, code: 'invalid-input' },
  ])('nothing happens when $when', async ({ settings = {}, input, code }) => {
    const session = await followMessages({ settings });
    expect(await readCode(session.asAgent(reengage, { params: paramsOf(session), input }))).toBe(code);
    expect(await enterBy(session, session.url)).toBe('ok');
    expect(await listInvitations(session)).toHaveLength(1);
  });

  it('of what has ended, or is only planned, it is not corrected', async () => {
    const session = await followMessages();
    await session.agent.endSession(session.sessionId);
    const planned = await session.asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) });
    const { sessionId } = startSession.output.parse(await planned.json());
    const ask = (id: string) => readCode(session.asAgent(reengage, { params: { sessionId: id }, input: right }));
    expect([await ask(session.sessionId), await ask(sessionId)]).toEqual(['session-ended', 'not-actionable']);
  });
});

describe('A customer who was shut out', () => {
  it('comes in by no link, follows nothing, and hears nothing until they are invited again', async () => {
    const session = await followMessages({ settings: { reminders: everyDay }, interactions: [buildPayment()] });
    const feed = await openFeed(session.customer, '?after=1');
    await feed.nextBatch();
    const shutOut = () => readCode(session.asAgent(revokeLinks, { params: paramsOf(session) }));
    expect(await shutOut()).toBe('ok');
    expect(await feed.next()).toBeNull();
    expect(await enterBy(session, session.url)).toBe('link-unknown');
    expect(await shutOut()).toBe('ok');
    expect(await readLog(session, 2)).toEqual([{ by: 'agent', kind: 'links-revoked' }]);

    await session.agent.sendMessage(session.sessionId, 'Are you there?');
    await session.later(3 * day, hour);
    expect(await session.listSent()).toEqual([]);

    await session.asAgent(resendInvitation, { params: paramsOf(session) });
    expect(await enterBy(session, await newestUrl(session))).toBe('ok');
    await session.later(2 * day, hour);
    expect(await session.listSent()).not.toEqual([]);
  });
});

describe('A customer who is shut out', () => {
  it('while a reminder is being written, gets no link by it', async () => {
    const { session, meanwhile } = await followWithHook();
    session.pass(day);
    meanwhile.push(() => session.asAgent(revokeLinks, { params: paramsOf(session) }));
    await session.wakeAll();
    expect(meanwhile).toEqual([]);
    expect(await listRecipients(session)).toEqual(['invitation cleo@example.com']);
  });
});

describe('A session that had ended', () => {
  it('is open again with everything in it, and its customer is told', async () => {
    const session = await followMessages({
      settings: { endAccess: { level: 'none' } },
      interactions: [buildPayment('Fee')],
    });
    await session.agent.endSession(session.sessionId);
    expect(await enterBy(session, session.url)).toBe('session-ended');
    const reopen = (key: string) => session.asAgent(reopenSession, { params: paramsOf(session), key });
    for (const key of ['the-first-press', 'the-first-press', 'another-press'])
      expect(await readCode(reopen(key))).toBe('ok');
    expect(await listInvitations(session)).toHaveLength(2);
    const customer = createCustomerClient(session.backend, await newestUrl(session));
    expect(await customer.ask(getSession)).toMatchObject({
      state: 'open',
      access: 'full',
      interactions: [{ title: 'Fee' }],
    });
    expect(await enterBy(session, session.url)).toBe('ok');
    expect(await readLog(session, 3)).toEqual([
      { by: 'agent', kind: 'session-continued' },
      { by: 'agent', kind: 'link-sent', channel: 'email' },
    ]);
  });

  it('stays over where its agent may have one only, and has another', async () => {
    const session = await followMessages({ settings: { singleActiveSession: true } });
    await session.agent.endSession(session.sessionId);
    await session.agent.startSession(buildSessionInput());
    expect(await readCode(session.asAgent(reopenSession, { params: paramsOf(session) }))).toBe('active-session-exists');
    expect((await session.deps.store.loadSession(session.sessionId))?.state).toBe('ended');
  });

  it('is not what was only planned', async () => {
    const session = await followMessages();
    const planned = await session.asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) });
    const { sessionId } = startSession.output.parse(await planned.json());
    expect(await readCode(session.asAgent(reopenSession, { params: { sessionId } }))).toBe('not-actionable');
  });
});

describe('Another title', () => {
  it('is what the customer reads, and refuses nothing of what they were at', async () => {
    const session = await followMessages({ interactions: [buildDocumentRequest('Papers')] });
    const [interactionId] = session.interactions;
    if (!interactionId) throw new Error('Failed to start with an interaction.');
    const customer = createCustomerClient(session.backend, session.url);
    await uploadTo(customer, { interactionId, itemId: part('payslip'), filename: 'payslip.pdf' }, await buildPdf());
    const rename = (title: string) =>
      readCode(
        session.asAgent(renameInteraction, { params: { ...paramsOf(session), interactionId }, input: { title } }),
      );
    expect(await rename('Your latest payslip')).toBe('ok');
    expect(await customer.ask(getSession)).toMatchObject({
      interactions: [{ title: 'Your latest payslip', revision: 1 }],
    });
    await submitPapers(customer, interactionId);
    await session.agent.accept(session.sessionId, interactionId);
    expect(await rename('Something else')).toBe('not-actionable');
    expect(await rename('')).toBe('invalid-input');
  });
});
