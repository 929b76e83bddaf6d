/** Somebody besides the customer: invited by an agent, asked to do something, and reached on their own. */
import { describe, expect, it } from 'vitest';

import { getAgentSession } from '#contract/endpoints/agent-session.ts';
import { readSessionResults } from '#contract/endpoints/agent.ts';
import { reengage, revokeLinks } from '#contract/endpoints/engagement.ts';
import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { getEsign, saveEsignDraft } from '#contract/endpoints/esign.ts';
import { createFileTicket, getFile } from '#contract/endpoints/interaction.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import {
  assignInteraction,
  inviteParticipant,
  reengageParticipant,
  resendToParticipant,
  revokeLinksOfParticipant,
} from '#contract/endpoints/participation.ts';
import { limits } from '#contract/limits.ts';
import { resolveQueue } from '#domain/auto-open-queue.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { signAs } from '#backend/scenarios/customer-steps.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import { day } from '#tests/backend/messages/follow-messages.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { anna, listCards, type Several, startAmongSeveral } from '#tests/support/several-people.ts';
import { createCaller, readCode, readProblem } from '#tests/support/start-session.ts';

const paramsOf = ({ sessionId }: Several) => ({ sessionId });
const assign = ({ asAgent, sessionId }: Several, interactionId: string, participant: string, key?: string) =>
  asAgent(assignInteraction, {
    params: { sessionId, interactionId },
    input: { participant },
    ...(key !== undefined && { key }),
  });
const draft = { writer: 'tab-number-1', revision: 0, takeOver: false, content: { values: {} } };

describe('Whoever is invited', () => {
  it('gets a link of their own, and sees who takes part but nothing of what the others have to do', async () => {
    const session = await startAmongSeveral();
    const { participantId, url } = await session.invite();
    const [letter] = await session.readLetters(anna.email);
    expect(letter).toMatchObject({ kind: 'invitation', channel: 'email', recipientName: 'Anna Alder', language: 'en' });
    const guest = await session.comeInAs(anna.email);
    const seen = await guest.ask(getSession);
    expect(seen).toMatchObject({ you: participantId, interactions: [] });
    expect(seen.participants.map(({ number, name, role }) => [number, name, role])).toEqual([
      [1, 'Cleo Customer', 'primary'],
      [2, 'Anna Alder', 'invited'],
    ]);
    expect(JSON.stringify(await guest.ask(getEntry))).not.toContain('cleo@example.com');
    expect(await readCode(createCaller(session.backend, url?.split('/').at(-1) ?? '')(getSession))).toBe('ok');
    expect((await session.see()).participants).toMatchObject([
      { number: 1, channel: 'email' },
      { id: participantId, number: 2, email: anna.email, channel: 'email', isThere: false },
    ]);
    expect(await session.readFacts()).toContainEqual({ kind: 'participant-invited', to: 'Anna Alder' });
  });

  it('is invited once for one press, and never twice by one contact', async () => {
    const session = await startAmongSeveral();
    const invite = (key: string, email: string = anna.email) =>
      session.asAgent(inviteParticipant, {
        params: paramsOf(session),
        input: { customer: { ...anna, email }, channel: 'email' },
        key,
      });
    const first = inviteParticipant.output.parse(await (await invite('key-of-the-press')).json());
    const again = inviteParticipant.output.parse(await (await invite('key-of-the-press')).json());
    expect(again.participantId).toBe(first.participantId);
    expect(await session.readLetters(anna.email)).toHaveLength(1);
    const refused = await readProblem(await invite('key-of-another', 'ANNA@example.com'));
    expect(refused).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'customer.email', message: 'takes-part-already' }],
    });
    expect(await readCode(invite('key-of-a-third', 'cleo@example.com'))).toBe('invalid-input');
    expect((await session.see()).participants).toHaveLength(2);
  });

  it('gets no message in an embedded session: whoever may have the link is told it', async () => {
    const office = await openOffice();
    const session = await startAmongSeveral({ settings: { embeddedSession: true, copySessionUrl: true } }, office);
    const asSamir = await office.signInAs((await office.employ('Samir', 'supervisor')).email);
    const input = { customer: anna, channel: null };
    const answer = await asSamir(inviteParticipant, { params: paramsOf(session), input });
    const { url } = inviteParticipant.output.parse(await answer.json());
    expect(await listCards(createCustomerClient(session.backend, url ?? ''))).toEqual([]);
    expect(await session.listMessages()).toEqual([]);
  });

  it('is one of a few: beyond that the session is full', async () => {
    const session = await startAmongSeveral();
    for (let at = 2; at <= limits.participantsPerSession; at += 1) {
      await session.invite({ name: `Guest ${at}`, email: `guest-${at}@example.com`, phone: null });
    }
    const input = { customer: anna, channel: 'email' };
    const refused = session.asAgent(inviteParticipant, { params: paramsOf(session), input });
    expect(await readCode(refused)).toBe('session-full');
  });

  it('reads what is written from then on, each under their own name, and nothing of before', async () => {
    const session = await startAmongSeveral();
    await session.cleo.ask(sendMessage, {}, { text: 'My salary is nobody’s business.' });
    const { participantId } = await session.invite();
    const guest = await session.comeInAs(anna.email);
    const feed = await openFeed(guest.call);
    const first = await feed.nextBatch();
    expect(first.filter((word) => word.startsWith('message'))).toEqual([]);
    await guest.ask(sendMessage, {}, { text: 'Hello from Anna.' });
    expect((await feed.nextBatch())[0]).toBe('message Hello from Anna.');
    await feed.cancel();
    expect((await guest.ask(listMessages)).messages.map(({ text }) => text)).toEqual(['Hello from Anna.']);
    expect((await session.cleo.ask(listMessages)).messages).toMatchObject([
      { authorName: 'Cleo Customer', from: 'customer' },
      { authorName: 'Anna Alder', from: 'customer', participant: participantId },
    ]);
    const log = await session.deps.store.readLog(session.sessionId, 0, 100);
    const head = (await session.deps.store.loadSession(session.sessionId))?.head;
    expect(head && (await isLogIntact(log, head))).toBe(true);
    const forged = log.map((entry) => ({ ...entry, actor: { kind: entry.actor.kind, name: entry.actor.name } }));
    expect(head && (await isLogIntact(forged, head))).toBe(false);
  });
});

it('Whoever is invited fetches the files of messages that they read, and of no others', async () => {
  const session = await startAmongSeveral();
  const send = async (name: string) => {
    const { uploadId, file } = await session.agent.addAttachment(session.sessionId, name, await buildPdf());
    await session.agent.sendMessage(session.sessionId, '', [uploadId]);
    return { params: { fileId: file.id } };
  };
  const before = await send('for-cleo.pdf');
  await session.invite();
  const after = await send('for-all.pdf');
  const guest = await session.comeInAs(anna.email);
  const asCleo = createCaller(session.backend, session.token);
  for (const endpoint of [getFile, createFileTicket]) {
    expect(await readCode(guest.call(endpoint, before))).toBe('not-found');
    expect(await readCode(guest.call(endpoint, after))).toBe('ok');
    expect(await readCode(asCleo(endpoint, before))).toBe('ok');
    expect(await readCode(asCleo(endpoint, after))).toBe('ok');
  }
});

describe('What is asked of somebody else', () => {
  it('is theirs to open by itself, and to the customer it waits for them', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    expect(await readCode(assign(session, session.guarantee, participantId))).toBe('ok');
    const guest = await session.comeInAs(anna.email);
    expect(await listCards(guest)).toEqual(['Guarantee new']);
    expect(await listCards(session.cleo)).toEqual([
      'Loan agreement new',
      'Guarantee waiting-for-others Anna Alder',
      'Proof of income new',
    ]);
    const queueOf = async ({ ask }: Several['cleo']) =>
      resolveQueue((await ask(getSession)).interactions).map(({ title }) => title);
    expect(await queueOf(session.cleo)).toEqual(['Loan agreement', 'Proof of income']);
    expect(await queueOf(guest)).toEqual(['Guarantee']);
  });

  it('is signed by them alone: fields, drafts and files are theirs, and the results say whose it was', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    await assign(session, session.guarantee, participantId);
    const guest = await session.comeInAs(anna.email);
    const params = { interactionId: session.guarantee };
    const asCleo = createCaller(session.backend, session.token);
    expect((await guest.ask(getEsign, params)).fields).toMatchObject([{ id: 'signature', participant: 2 }]);
    expect(await readCode(asCleo(getEsign, { params }))).toBe('not-found');
    expect(await readCode(asCleo(saveEsignDraft, { params, input: draft }))).toBe('not-found');
    expect(await readCode(guest.call(getEsign, { params: { interactionId: session.agreement } }))).toBe('not-found');

    await signAs(guest, session.guarantee, 'Anna Alder');
    const [card] = (await guest.ask(getSession)).interactions;
    const fileId = card?.files[0]?.id ?? '';
    expect(await readCode(guest.call(getFile, { params: { fileId } }))).toBe('ok');
    expect(await readCode(asCleo(getFile, { params: { fileId } }))).toBe('not-found');
    expect(await readCode(asCleo(createFileTicket, { params: { fileId } }))).toBe('not-found');
    const told = (await session.cleo.ask(getSession)).interactions[1];
    expect(told).toMatchObject({ status: 'completed', files: [], heldBy: { name: 'Anna Alder', canTakeBack: false } });
    const results = await session.asAgent(readSessionResults, { params: paramsOf(session) });
    expect(readSessionResults.output.parse(await results.json()).interactions).toMatchObject([
      { participant: 1, status: 'new' },
      { participant: 2, status: 'completed' },
      { participant: 1, status: 'new' },
    ]);
    const entry = (await session.deps.store.readLog(session.sessionId, 0, 100)).at(-1);
    expect(entry?.actor.name).toBe('Anna Alder');
  });

  it('is asked only as long as nobody has begun, and of somebody who takes part', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    await session.cleo.ask(saveEsignDraft, { interactionId: session.agreement }, draft);
    expect(await readCode(assign(session, session.agreement, participantId))).toBe('not-actionable');
    expect(await readCode(assign(session, session.guarantee, 'nobody'))).toBe('invalid-input');
    expect(await readCode(assign(session, session.guarantee, participantId, 'key-of-the-press'))).toBe('ok');
    expect(await readCode(assign(session, session.guarantee, participantId, 'key-of-the-press'))).toBe('ok');
    const assigned = (await session.readFacts()).filter(({ kind }) => kind === 'interaction-assigned');
    expect(assigned).toEqual([
      {
        kind: 'interaction-assigned',
        interaction: session.guarantee,
        from: 'Cleo Customer',
        to: 'Anna Alder',
      },
    ]);
  });

  it('is told to whoever is away; the customer, of whom nothing is asked, is written to about theirs only', async () => {
    const session = await startAmongSeveral({ settings: { reminders: { on: true } } });
    const { participantId } = await session.invite();
    session.pass(day);
    await assign(session, session.papers, participantId);
    await session.later(day);
    const toAnna = (await session.readLetters(anna.email)).map(({ kind }) => kind);
    const toCleo = (await session.readLetters('cleo@example.com')).map(({ kind }) => kind);
    expect(toAnna[1]).toBe('news');
    expect(toCleo).toContain('reminder');
    expect(toCleo).not.toContain('news');
  });

  it('brings copies to each when nothing is left for them to wait for', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    await assign(session, session.guarantee, participantId);
    const guest = await session.comeInAs(anna.email);
    await signAs(session.cleo, session.agreement, 'Cleo Customer');
    await session.agent.withdraw(session.sessionId, session.papers, 'Not needed.');
    expect((await session.listMessages()).filter(({ kind }) => kind === 'completion')).toEqual([]);
    await signAs(guest, session.guarantee, 'Anna Alder');
    const copies = (await session.listMessages()).filter(({ kind }) => kind === 'completion');
    expect(copies.map(({ to }) => to).toSorted()).toEqual([anna.email, 'cleo@example.com']);
  });
});

describe('Each participant is reached on their own', () => {
  it('a corrected contact shuts out those of the wrong one, and nobody else', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    const wrong = await session.comeInAs(anna.email);
    const params = { ...paramsOf(session), participantId };
    const right = { name: 'Anna Alder', email: 'a.alder@example.com', phone: null };
    const input = { customer: right, channel: 'email' };
    expect(await readCode(session.asAgent(reengageParticipant, { params, input }))).toBe('ok');
    expect(await readCode(wrong.call(getSession))).toBe('link-unknown');
    expect(await listCards(session.cleo)).toHaveLength(3);
    expect((await (await session.comeInAs(right.email)).ask(getSession)).you).toBe(participantId);
    expect(await session.readFacts()).toContainEqual({
      kind: 'contact-corrected',
      changed: ['email'],
      to: 'Anna Alder',
    });

    const corrected = { customer: { name: 'Clea', email: 'clea@example.com', phone: null }, channel: 'email' };
    await session.asAgent(reengage, { params: paramsOf(session), input: corrected });
    expect(await readCode(createCaller(session.backend, session.token)(getSession))).toBe('link-unknown');
    expect(await listCards(await session.comeInAs(right.email))).toEqual([]);
  });

  it('a contact of somebody else in the session is nobody’s correction, and no link is dead for it', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    const guest = await session.comeInAs(anna.email);
    const correct = async (endpoint: Parameters<typeof session.asAgent>[0], email: string) => {
      const input = { customer: { ...anna, email, phone: '+48600700842' }, channel: 'email' };
      const answer = await session.asAgent(endpoint, { params: { ...paramsOf(session), participantId }, input });
      return answer.ok ? [] : (await readProblem(answer)).fields?.map(({ path }) => path);
    };
    expect(await correct(reengageParticipant, 'CLEO@example.com')).toEqual(['customer.email']);
    expect(await correct(reengageParticipant, 'a.alder@example.com')).toEqual(['customer.phone']);
    expect(await correct(reengage, anna.email)).toEqual(['customer.email']);
    expect(await readCode(guest.call(getSession))).toBe('ok');
    expect(await correct(reengage, 'clea@example.com')).toEqual([]);
  });

  it('and so do revoked links, and an invitation that is sent again, once a minute to each', async () => {
    const session = await startAmongSeveral();
    const { participantId } = await session.invite();
    const params = { ...paramsOf(session), participantId };
    const first = await session.comeInAs(anna.email);
    expect(await readCode(session.asAgent(resendToParticipant, { params }))).toBe('ok');
    expect(await readCode(session.asAgent(resendToParticipant, { params }))).toBe('too-soon');
    const inSession = { ...paramsOf(session), participantId: (await session.see()).participants[0]?.id ?? '' };
    expect(await readCode(session.asAgent(resendToParticipant, { params: inSession }))).toBe('ok');
    const second = await session.comeInAs(anna.email);
    expect(await readCode(session.asAgent(revokeLinksOfParticipant, { params }))).toBe('ok');
    for (const { call } of [first, second]) expect(await readCode(call(getSession))).toBe('link-unknown');
    expect(await readCode(createCaller(session.backend, session.token)(getSession))).toBe('ok');
    await session.asAgent(revokeLinks, { params: paramsOf(session) });
    expect(await readCode(createCaller(session.backend, session.token)(getSession))).toBe('link-unknown');
    const links = (await session.see()).links.filter((link) => link.participant === participantId);
    expect(links.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });
});

it('A session of the time when there was one customer only is read as it was', async () => {
  const test = createTestBackend();
  const session = await startAmongSeveral({}, test);
  const record = await session.deps.store.loadSession(session.sessionId);
  expect(JSON.stringify(record)).not.toMatch(/invited|handedOver/);
  const seen = await session.asAgent(getAgentSession, { params: paramsOf(session) });
  expect(getAgentSession.output.parse(await seen.json()).participants).toMatchObject([{ number: 1, channel: 'email' }]);
});
