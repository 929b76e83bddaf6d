/** A customer says that somebody else has to sign (setting `reassign`), and may think better of it. */
import { describe, expect, it } from 'vitest';

import { getEntry, getSession, giveConsent } from '#contract/endpoints/entry.ts';
import { getEsign, saveEsignDraft } from '#contract/endpoints/esign.ts';
import { handOver, takeBack } from '#contract/endpoints/hand-over.ts';
import { revokeLinksOfParticipant } from '#contract/endpoints/participation.ts';
import type { HandOverInput } from '#contract/hand-over.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { deliverDue } from '#backend/messages/deliver-due.ts';
import { signAs } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { buildPdf, buildTextDocument } from '#tests/support/sample-interactions.ts';
import { listCards, type Several, startAmongSeveral } from '#tests/support/several-people.ts';
import { createCaller, readCode } from '#tests/support/start-session.ts';

const email = 'anna@example.com';
const toAnna: HandOverInput = {
  revision: 1,
  name: 'Anna Alder',
  contact: { channel: 'email', email },
  note: 'You own the car.',
};
const start = (settings: SettingsLevel = {}) => startAmongSeveral({ settings: { reassign: true, ...settings } });

const asCleo = ({ backend, token }: Several) => createCaller(backend, token);
const give = (session: Several, interactionId: InteractionId, changes: Partial<HandOverInput> = {}, key?: string) =>
  asCleo(session)(handOver, {
    params: { interactionId },
    input: { ...toAnna, ...changes },
    ...(key !== undefined && { key }),
  });
const takeItBack = (session: Several, interactionId: InteractionId, revision = 2) =>
  asCleo(session)(takeBack, { params: { interactionId }, input: { revision } });

describe('Somebody else has to do this', () => {
  it('invites them in the same breath, makes it theirs, and the first customer waits for them', async () => {
    const session = await start();
    const answer = await give(session, session.guarantee);
    expect(handOver.output.parse(await answer.json()).interactions[1]).toMatchObject({
      status: 'waiting-for-others',
      heldBy: { name: 'Anna Alder', canTakeBack: true },
    });
    const [letter] = await session.readLetters(email);
    expect(letter).toMatchObject({ kind: 'handed-over', channel: 'email', recipientName: 'Anna Alder' });
    expect(letter?.words.subject).toBe('Cleo Customer asks you to sign something for room.test');
    expect(JSON.stringify(letter?.words)).not.toContain('You own the car.');
    const guest = await session.comeInAs(email);
    expect((await guest.ask(getSession)).interactions).toMatchObject([
      { title: 'Guarantee', status: 'new', handedOverBy: { name: 'Cleo Customer', note: 'You own the car.' } },
    ]);
    expect((await session.readFacts()).slice(-3)).toEqual([
      { kind: 'participant-invited', to: 'Anna Alder' },
      {
        kind: 'interaction-handed-over',
        interaction: session.guarantee,
        from: 'Cleo Customer',
        to: 'Anna Alder',
      },
      { kind: 'link-sent', channel: 'email', to: 'Anna Alder' },
    ]);
    await signAs(guest, session.guarantee, 'Anna Alder');
    expect(await listCards(session.cleo)).toContain('Guarantee completed Anna Alder');
  });

  it('invites once, however often the button was tapped', async () => {
    const session = await start();
    const taps = await Promise.all([1, 2, 3].map(() => give(session, session.guarantee, {}, 'key-of-the-tap')));
    expect(taps.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await session.readLetters(email)).toHaveLength(1);
    expect((await session.see()).participants).toHaveLength(2);
    expect(await readCode(give(session, session.guarantee, { note: 'Another' }, 'key-of-the-tap'))).toBe('key-reused');
  });

  it('of two documents makes one person: they are written to again, and have both', async () => {
    const session = await start();
    await give(session, session.guarantee);
    expect(
      await readCode(give(session, session.agreement, { contact: { channel: 'email', email: 'ANNA@example.com' } })),
    ).toBe('ok');
    expect((await session.see()).participants).toHaveLength(2);
    expect(await session.readLetters(email)).toHaveLength(2);
    expect(await listCards(await session.comeInAs(email))).toEqual(['Loan agreement new', 'Guarantee new']);
  });

  it('keeps what the first one entered to themselves, and what the business filled in for whoever signs', async () => {
    const session = await start();
    const document = await session.agent.addDocument(await buildPdf());
    const form = buildTextDocument(document, 'Address form');
    if (form.kind !== 'esign') throw new Error('Failed to build a document.');
    const fields = form.fields.map((field) => (field.kind === 'text' ? { ...field, prefill: 'Bristol' } : field));
    const id = await session.agent.addInteraction(session.sessionId, { ...form, fields });
    const content = { values: { [part('residence')]: { kind: 'text', text: 'My secret place' } } };
    const draft = { writer: 'tab-number-1', revision: 0, takeOver: false, content };
    await session.cleo.ask(saveEsignDraft, { interactionId: id }, draft);
    expect(await readCode(give(session, id))).toBe('ok');
    const guest = await session.comeInAs(email);
    const theirs = await guest.ask(getEsign, { interactionId: id });
    expect(theirs).toMatchObject({ draft: null, fields: [{ prefill: 'Bristol', participant: 2 }] });
    expect(await readCode(asCleo(session)(getEsign, { params: { interactionId: id } }))).toBe('not-found');
    expect(await readCode(takeItBack(session, id))).toBe('ok');
    expect(await session.cleo.ask(getEsign, { interactionId: id })).toMatchObject({
      draft: { content },
      fields: [{ participant: 1 }],
    });
    expect(await listCards(session.cleo)).toContain('Address form in-progress');
  });

  it.each<[string, string, SettingsLevel, Partial<HandOverInput>]>([
    ['the setting is off', 'not-allowed', { reassign: false }, {}],
    [
      'it is by text and those are off',
      'channel-not-allowed',
      { textMessages: false },
      { contact: { channel: 'sms', phone: '+48600700111' } },
    ],
    ['nobody can be written to', 'channel-not-allowed', { embeddedSession: true }, {}],
    ['it is an older document', 'interaction-changed', {}, { revision: 0 }],
    ['the other is oneself', 'invalid-input', {}, { contact: { channel: 'email', email: 'Cleo@example.com' } }],
  ])('is refused where %s: %s, and nothing is written', async (_, code, settings, changes) => {
    const session = await start(settings);
    const before = await session.deps.store.loadSession(session.sessionId);
    expect(await readCode(give(session, session.guarantee, changes))).toBe(code);
    expect(await session.deps.store.loadSession(session.sessionId)).toEqual(before);
  });

  it('is for documents that are not finished, of one’s own', async () => {
    const session = await start();
    expect(await readCode(give(session, session.papers))).toBe('not-found');
    await signAs(session.cleo, session.agreement, 'Cleo Customer');
    expect(await readCode(give(session, session.agreement, { revision: 2 }))).toBe('not-actionable');
    await give(session, session.guarantee);
    expect(await readCode(give(session, session.guarantee, { revision: 2 }))).toBe('not-actionable');
  });

  it('lets nobody in whom an agent shut out', async () => {
    const session = await start();
    await give(session, session.guarantee);
    const participantId = (await session.see()).participants[1]?.id ?? '';
    const params = { sessionId: session.sessionId, participantId };
    expect(await readCode(session.asAgent(revokeLinksOfParticipant, { params }))).toBe('ok');
    expect(await readCode(give(session, session.agreement))).toBe('channel-not-allowed');
    expect(await session.readLetters(email)).toHaveLength(1);
  });
});

describe('Taking it back', () => {
  it('makes it one’s own again, with a way to hand it over anew; the other has nothing to do', async () => {
    const session = await start();
    await give(session, session.guarantee);
    const guest = await session.comeInAs(email);
    expect(await readCode(takeItBack(session, session.guarantee))).toBe('ok');
    expect(await listCards(session.cleo)).toContain('Guarantee new');
    expect(await listCards(guest)).toEqual([]);
    const params = { interactionId: session.guarantee };
    expect(await readCode(guest.call(getEsign, { params }))).toBe('not-found');
    expect(await readCode(give(session, session.guarantee, { revision: 3 }))).toBe('ok');
    expect(await listCards(guest)).toEqual(['Guarantee new']);
  });

  it('is over once the other has begun, and never for whom it was not', async () => {
    const session = await start();
    await give(session, session.guarantee);
    const guest = await session.comeInAs(email);
    const params = { interactionId: session.guarantee };
    expect(await readCode(guest.call(takeBack, { params, input: { revision: 2 } }))).toBe('not-actionable');
    const draft = { writer: 'tab-number-2', revision: 0, takeOver: false, content: { values: {} } };
    await guest.ask(saveEsignDraft, params, draft);
    expect(await readCode(takeItBack(session, session.guarantee))).toBe('not-actionable');
    expect((await session.cleo.ask(getSession)).interactions[1]?.heldBy).toEqual({
      name: 'Anna Alder',
      canTakeBack: false,
    });
    expect(await readCode(takeItBack(session, session.agreement, 1))).toBe('not-actionable');
  });

  it('calls back a message that has not gone out yet', async () => {
    const session = await start();
    await give(session, session.guarantee);
    await takeItBack(session, session.guarantee);
    const sent: string[] = [];
    await deliverAll(session, sent);
    expect(sent).not.toContain(email);
    expect((await session.readLetters(email))[0]?.delivery).toMatchObject({
      state: 'cancelled',
      reason: 'nothing-to-do',
    });
  });
});

describe('A document that goes from hand to hand', () => {
  const ben = { name: 'Ben Birch', contact: { channel: 'email', email: 'ben@example.com' } } as const;

  /** Cleo had begun the guarantee; it is Ben's now, by way of Anna, who had begun it too. */
  async function passOnTwice() {
    const session = await start();
    const params = { interactionId: session.guarantee };
    const saved = (writer: string, field: string) => ({
      writer,
      revision: 0,
      takeOver: false,
      content: { values: { [part(field)]: { kind: 'text', text: `Of ${writer}` } } },
    });
    await session.cleo.ask(saveEsignDraft, params, saved('tab-of-cleo', 'name'));
    await give(session, session.guarantee);
    const asAnna = await session.comeInAs(email);
    await asAnna.ask(saveEsignDraft, params, saved('tab-of-anna', 'name'));
    const onward = { ...toAnna, ...ben, revision: 2 };
    expect(await readCode(asAnna.call(handOver, { params, input: onward }))).toBe('ok');
    const asBen = await session.comeInAs('ben@example.com');
    const readWriter = async ({ ask }: Pick<typeof asAnna, 'ask'>) => (await ask(getEsign, params)).draft?.writer;
    const backFor = (call: typeof asAnna.call, revision = 3) =>
      readCode(call(takeBack, { params, input: { revision } }));
    return { ...session, params, asAnna, asBen, readWriter, backFor };
  }

  it('waits for the last one, also to whoever had it in between, and each may take it back', async () => {
    const { cleo, asAnna, asBen } = await passOnTwice();
    for (const who of [cleo, asAnna]) expect(await listCards(who)).toContain('Guarantee waiting-for-others Ben Birch');
    expect(await listCards(asBen)).toEqual(['Guarantee new']);
    for (const who of [cleo, asAnna]) {
      const card = (await who.ask(getSession)).interactions.find(({ title }) => title === 'Guarantee');
      expect(card?.heldBy?.canTakeBack).toBe(true);
    }
  });

  it('is with all that they had entered the first one’s again, and nothing of the others’', async () => {
    const session = await passOnTwice();
    const { cleo, asAnna, asBen } = session;
    expect(await session.backFor(asCleo(session))).toBe('ok');
    expect(await session.readWriter(cleo)).toBe('tab-of-cleo');
    expect(await cleo.ask(getEsign, session.params)).toMatchObject({ fields: [{ participant: 1 }] });
    expect(await listCards(asAnna)).toEqual([]);
    expect(await listCards(asBen)).toEqual([]);
    expect(await session.backFor(asAnna.call, 4)).toBe('not-found');
  });

  it('goes back one step by the word of whoever is in between, and from there to the first', async () => {
    const session = await passOnTwice();
    const { cleo, asAnna, params } = session;
    expect(await session.backFor(asAnna.call)).toBe('ok');
    expect(await session.readWriter(asAnna)).toBe('tab-of-anna');
    expect((await asAnna.ask(getSession)).interactions[0]?.handedOverBy?.name).toBe('Cleo Customer');
    expect(await session.backFor(asCleo(session), 4)).toBe('not-actionable');
    expect(await readCode(asAnna.call(handOver, { params, input: { ...toAnna, ...ben, revision: 4 } }))).toBe('ok');
    expect(await session.backFor(asCleo(session), 5)).toBe('ok');
    expect(await listCards(cleo)).toContain('Guarantee in-progress');
  });

  it('that comes round to somebody finds what they had entered, and stays one entry long for each', async () => {
    const session = await passOnTwice();
    const { params, asAnna, asBen } = session;
    const toCleo = { ...toAnna, contact: { channel: 'email', email: 'cleo@example.com' }, revision: 3 };
    expect(await readCode(asBen.call(handOver, { params, input: toCleo }))).toBe('ok');
    expect(await session.readWriter(session.cleo)).toBe('tab-of-cleo');
    expect(await session.backFor(asCleo(session), 4)).toBe('not-actionable');
    expect(await session.backFor(asBen.call, 4)).toBe('not-actionable');
    expect(await readCode(give(session, session.guarantee, { revision: 4 }))).toBe('ok');
    expect(await session.readWriter(asAnna)).toBe('tab-of-anna');
    const stored = JSON.stringify(await session.deps.store.loadSession(session.sessionId));
    expect(stored.split('tab-of-cleo')).toHaveLength(2);
  });
});

async function deliverAll({ deps }: Several, sent: string[]): Promise<void> {
  await deliverDue({
    ...deps,
    transports: {
      email: ({ to }) => {
        sent.push(to);
        return Promise.resolve({ kind: 'sent' });
      },
      sms: null,
    },
    random: () => 0,
    signal: new AbortController().signal,
    onSettled: () => {},
  });
}

it('Whoever it went to is asked by the business what everybody is asked first', async () => {
  const session = await start({ consent: { on: true, text: 'May we?' } });
  const entry = await session.cleo.ask(getEntry);
  if (entry.kind !== 'consent') throw new Error(`Failed to be asked: ${entry.kind}.`);
  await session.cleo.ask(giveConsent, {}, { decision: 'agree', revision: entry.consent.revision });
  await give(session, session.guarantee);
  const guest = await session.comeInAs(email);
  expect((await guest.ask(getEntry)).kind).toBe('consent');
  expect(await readCode(guest.call(getEsign, { params: { interactionId: session.guarantee } }))).toBe(
    'consent-required',
  );
});
