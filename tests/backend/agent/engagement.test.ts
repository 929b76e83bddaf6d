/** How a customer is engaged: for the first time, again, when it was planned; and what a policy keeps agents from. */
import { describe, expect, it } from 'vitest';

import type { StartedSession, StartSessionInput } from '#contract/agent.ts';
import {
  addInteraction,
  endSession,
  getStartTerms,
  startPlannedSession,
  startSession,
} from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { listSessions } from '#contract/endpoints/people.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode, readProblem } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';

type Overrides = Partial<StartSessionInput>;

async function openDesk(settings: SettingsLevel = {}) {
  const test = createTestBackend();
  await test.agent.saveTeamSettings(testTeam, settings);
  const callAs = (person: TestPerson) => createCaller(test.backend, credentialOf(person));
  const ask = (overrides: Overrides = {}, person: TestPerson = 'the agent', key?: string) =>
    callAs(person)(startSession, { input: buildSessionInput(overrides), ...(key !== undefined && { key }) });
  const start = async (...request: Parameters<typeof ask>) =>
    startSession.output.parse(await (await ask(...request)).json());
  const askPlanned = (sessionId: string, key?: string, person: TestPerson = 'the agent') =>
    callAs(person)(startPlannedSession, { params: { sessionId }, ...(key !== undefined && { key }) });
  return {
    ...test,
    callAs,
    ask,
    start,
    askPlanned,
    startPlanned: async (...request: Parameters<typeof askPlanned>) =>
      startPlannedSession.output.parse(await (await askPlanned(...request)).json()),
    /** What the customer of a link has before them. */
    look: async ({ url }: StartedSession) => {
      const customer = createCaller(test.backend, readToken(url ?? ''));
      const session = getSession.output.parse(await (await customer(getSession)).json());
      return { id: session.id, state: session.state, titles: session.interactions.map(({ title }) => title) };
    },
    invitations: async () =>
      (await test.deps.store.listOutbox()).filter(({ kind }) => kind === 'invitation').map(({ to }) => to),
    terms: async (person: TestPerson = 'the agent') =>
      getStartTerms.output.parse(await (await callAs(person)(getStartTerms, { params: { teamId: testTeam } })).json()),
  };
}

const maya = { name: 'Maya', email: 'maya@example.com', phone: '+48600700842' };
const returning = { continue: { reengagement: 'continue' }, startNew: { reengagement: 'start-new' } } as const;

describe('A customer who was here before', () => {
  it('finds everything of the earlier session in it, and what is added now', async () => {
    const { start, look, invitations } = await openDesk(returning.continue);
    const first = await start({ customer: maya, interactions: [buildPayment('Fee')] });
    const second = await start({
      customer: maya,
      interactions: [buildWorkflow('Questions'), buildPayment('Late fee')],
    });
    expect([first.engagement, second.engagement]).toEqual(['new', 'continued']);
    expect(second.sessionId).toBe(first.sessionId);
    expect(second.interactions).toHaveLength(2);
    const titles = ['Fee', 'Questions', 'Late fee'];
    expect(await look(second)).toEqual({ id: first.sessionId, state: 'open', titles });
    expect(await look(first)).toMatchObject({ titles });
    expect(await invitations()).toEqual(['maya@example.com', 'maya@example.com']);
  });

  it('finds it open again when it had ended', async () => {
    const { start, look, callAs } = await openDesk({ ...returning.continue, endAccess: { level: 'none' } });
    const { sessionId } = await start({ customer: maya, interactions: [buildPayment('Fee')] });
    await callAs('the agent')(endSession, { params: { sessionId } });
    expect(await look(await start({ customer: maya }))).toEqual({ id: sessionId, state: 'open', titles: ['Fee'] });
  });

  it('begins anew where the business wants it so', async () => {
    const { start, look } = await openDesk(returning.startNew);
    const first = await start({ customer: maya, interactions: [buildPayment('Fee')] });
    const second = await start({ customer: maya, interactions: [buildPayment('Other fee')] });
    expect(second.engagement).toBe('new');
    expect(second.sessionId).not.toBe(first.sessionId);
    expect(await look(second)).toMatchObject({ titles: ['Other fee'] });
    expect(await look(first)).toMatchObject({ titles: ['Fee'] });
  });

  it.each<{ who: string; customer: StartSessionInput['customer']; channel: 'email' | 'sms'; is: string }>([
    {
      who: 'by the email in other letters',
      customer: { ...maya, email: ' MAYA@Example.COM ' },
      channel: 'email',
      is: 'continued',
    },
    { who: 'by the phone number', customer: { ...maya, email: 'other@example.com' }, channel: 'sms', is: 'continued' },
    {
      who: 'by an email when only the phone is the same',
      customer: { ...maya, email: 'other@example.com' },
      channel: 'email',
      is: 'new',
    },
    {
      who: 'by a phone when only the email is the same',
      customer: { ...maya, phone: '+48600700843' },
      channel: 'sms',
      is: 'new',
    },
  ])('is known $who: $is', async ({ customer, channel, is }) => {
    const { start } = await openDesk(returning.continue);
    await start({ customer: maya });
    expect((await start({ customer, channel })).engagement).toBe(is);
  });

  it('is known in an embedded session by whatever contact there is, and nobody is without one', async () => {
    const { start, invitations } = await openDesk({ ...returning.continue, embeddedSession: true });
    const nobody = { name: 'Guest', email: null, phone: null };
    const kinds = [];
    for (const customer of [maya, { ...nobody, phone: maya.phone }, nobody, nobody]) {
      kinds.push((await start({ channel: null, customer })).engagement);
    }
    expect(kinds).toEqual(['new', 'continued', 'new', 'new']);
    expect(await invitations()).toEqual([]);
  });

  it('is unknown to a colleague, with the settings of another team, and to systems; systems know their own', async () => {
    const { start } = await openDesk();
    const settings = { reengagement: 'continue' } as const;
    await start({ customer: maya, settings });
    expect((await start({ customer: maya, settings }, 'a colleague')).engagement).toBe('new');
    expect((await start({ customer: maya, settings }, 'the supervisor')).engagement).toBe('new');
    expect((await start({ customer: maya, settings }, 'a system that starts')).engagement).toBe('new');
    expect((await start({ customer: maya, settings }, 'a system that starts')).engagement).toBe('continued');
    const elsewhere = buildSessionInput({ customer: maya, settings }).team.replace('1', '2');
    const input = { ...buildSessionInput({ customer: maya, settings }), team: elsewhere };
    const { callAs } = await openDesk();
    expect(await readCode(callAs('administrator')(startSession, { input }))).toBe('ok');
  });

  it('comes back to the newest of several', async () => {
    const { start, pass } = await openDesk();
    await start({ customer: maya });
    pass(1_000);
    const newest = await start({ customer: maya });
    const back = await start({ customer: maya, settings: returning.continue });
    expect(back).toMatchObject({ engagement: 'continued', sessionId: newest.sessionId });
  });

  it('is known by name, language and contact as they were said last', async () => {
    const { start, deps } = await openDesk(returning.continue);
    const { sessionId } = await start({ customer: { ...maya, phone: null } });
    await start({ customer: { name: 'Maya T.', email: maya.email, phone: maya.phone, language: 'pl' } });
    const record = await deps.store.loadSession(sessionId);
    expect(record?.participants).toMatchObject([{ name: 'Maya T.', phone: maya.phone, language: 'pl' }]);
  });

  it('has one session when several are started at once, with all that was asked for in it', async () => {
    const { start, look, deps } = await openDesk({ ...returning.continue, singleActiveSession: true });
    const fees = ['One', 'Two', 'Three', 'Four'];
    const started = await Promise.all(fees.map((fee) => start({ customer: maya, interactions: [buildPayment(fee)] })));
    expect(started.map(({ engagement }) => engagement).toSorted()).toEqual([
      'continued',
      'continued',
      'continued',
      'new',
    ]);
    expect(await deps.store.listSessions({ within: null, limit: 10 })).toHaveLength(1);
    const [first] = started;
    expect(first && (await look(first)).titles.toSorted()).toEqual(fees.toSorted());
  });

  it('has one session when it is planned twice, and both are started at once as another is', async () => {
    const { start, startPlanned, look, deps, invitations } = await openDesk(returning.continue);
    const plan = async (fee: string) => start({ when: 'planned', customer: maya, interactions: [buildPayment(fee)] });
    const [one, two] = [await plan('One'), await plan('Two')];
    const started = await Promise.all([
      startPlanned(one.sessionId),
      startPlanned(two.sessionId),
      start({ customer: maya, interactions: [buildPayment('Three')] }),
    ]);
    expect(started.filter(({ engagement }) => engagement === 'new')).toHaveLength(1);
    expect(await deps.store.listSessions({ within: null, state: 'open', limit: 10 })).toHaveLength(1);
    const [first] = started;
    expect((await look(first)).titles.toSorted()).toEqual(['One', 'Three', 'Two']);
    expect(await invitations()).toHaveLength(3);
  });

  it('is not told of what was added as news besides the invitation', async () => {
    const { start, deps, pass } = await openDesk(returning.continue);
    await start({ customer: maya });
    await start({ customer: maya, interactions: [buildPayment()] });
    pass(60 * 60 * 1_000);
    const due = await deps.store.claimSessions({ now: deps.now(), lease: 1_000, limit: 10 });
    expect(due).toEqual([]);
  });

  it('is invited once when the request comes again, also after it was continued by another', async () => {
    const { start, invitations, look } = await openDesk(returning.continue);
    const first = await start({ customer: maya }, 'the agent', 'key-of-first');
    const again = () => start({ customer: maya, interactions: [buildPayment('Fee')] }, 'the agent', 'key-of-second');
    const second = await again();
    const repeated = [await again(), await again()];
    for (const one of repeated) {
      expect({ ...one, url: null }).toEqual({ ...second, url: null });
      expect(await look(one)).toMatchObject({ titles: ['Fee'] });
    }
    expect((await start({ customer: maya }, 'the agent', 'key-of-first')).engagement).toBe('new');
    expect(first.engagement).toBe('new');
    expect(await invitations()).toHaveLength(2);
  });
});

describe('A single active session', () => {
  const single = { singleActiveSession: true };

  it('keeps the agent from a second one, and says which one is open', async () => {
    const { start, ask, callAs, terms } = await openDesk(single);
    expect((await terms()).openSession).toBeNull();
    const { sessionId } = await start({ customer: maya });
    const refused = await readProblem(await ask());
    expect(refused).toMatchObject({ code: 'active-session-exists', status: 409, session: sessionId });
    expect((await terms()).openSession).toMatchObject({ id: sessionId, customerName: 'Maya' });
    expect((await terms('a colleague')).openSession).toBeNull();
    await callAs('the agent')(endSession, { params: { sessionId } });
    expect(await readCode(ask())).toBe('ok');
  });

  it('keeps nobody else from theirs', async () => {
    const { ask } = await openDesk(single);
    for (const person of ['the agent', 'a colleague', 'a system that starts', 'a system that starts'] as const) {
      expect(await readCode(ask({}, person))).toBe('ok');
    }
  });

  it('is one when many requests race, whatever is open by then is told, and no one is invited in vain', async () => {
    const { ask, deps, invitations } = await openDesk(single);
    const codes = await Promise.all(Array.from({ length: 6 }, () => readCode(ask())));
    expect(codes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'active-session-exists'), 'ok']);
    expect(await deps.store.listSessions({ within: null, limit: 10 })).toHaveLength(1);
    expect(await invitations()).toHaveLength(1);
  });

  it('may be continued while it is open, and not reopened while another is', async () => {
    const { start, ask, callAs } = await openDesk({ ...single, ...returning.continue });
    const first = await start({ customer: maya });
    expect((await start({ customer: maya })).engagement).toBe('continued');
    await callAs('the agent')(endSession, { params: { sessionId: first.sessionId } });
    const other = await start({ customer: { ...maya, email: 'other@example.com' } });
    expect(await readProblem(await ask({ customer: maya }))).toMatchObject({ session: other.sessionId });
  });

  it('says for whom it may be continued: for its customer, where that is how customers come back', async () => {
    const { start, terms, agent, callAs } = await openDesk({ ...single, ...returning.continue });
    const first = await start({ customer: { ...maya, email: 'Maya@Example.com ' } });
    const continued = { email: 'maya@example.com', phone: maya.phone };
    expect((await terms()).openSession).toMatchObject({ id: first.sessionId, continuedFor: continued });
    await agent.saveTeamSettings(testTeam, { ...single, ...returning.startNew });
    expect((await terms()).openSession).toMatchObject({ id: first.sessionId, continuedFor: null });
    await agent.saveTeamSettings(testTeam, returning.continue);
    await start({ customer: { ...maya, email: 'other@example.com' } });
    await agent.saveTeamSettings(testTeam, { ...single, ...returning.continue });
    expect((await terms()).openSession).toMatchObject({ continuedFor: null });
    await callAs('the agent')(endSession, { params: { sessionId: first.sessionId } });
    expect((await terms()).openSession).toMatchObject({ continuedFor: { email: 'other@example.com' } });
  });

  it('answers the same request again', async () => {
    const { start } = await openDesk(single);
    const { sessionId } = await start({}, 'the agent', 'the-same-key');
    expect((await start({}, 'the agent', 'the-same-key')).sessionId).toBe(sessionId);
  });

  it('that is turned on later counts what was open before', async () => {
    const { ask, agent } = await openDesk();
    await ask();
    await ask();
    await agent.saveTeamSettings(testTeam, single);
    expect(await readCode(ask())).toBe('active-session-exists');
  });
});

describe('A planned session', () => {
  const planned: Overrides = { when: 'planned', customer: maya, interactions: [buildPayment('Fee')] };

  it('is there with its content, sends nothing, lets nobody in, and is in the list', async () => {
    const { start, deps, callAs, pass } = await openDesk({ reminders: { on: true } });
    const { sessionId, url, interactions } = await start(planned);
    expect(url).toBeNull();
    expect(interactions).toHaveLength(1);
    await callAs('the agent')(addInteraction, { params: { sessionId }, input: buildPayment('Another fee') });
    pass(7 * 24 * 60 * 60 * 1_000);
    expect(await deps.store.claimSessions({ now: deps.now(), lease: 1_000, limit: 10 })).toEqual([]);
    expect(await deps.store.listOutbox()).toEqual([]);
    expect((await deps.store.loadSession(sessionId))?.links).toEqual([]);
    const list = async (state: string) => {
      const answer = await callAs('the agent')(listSessions, { query: `?state=${state}` });
      return listSessions.output.parse(await answer.json()).sessions.map(({ id, state: is }) => [id, is]);
    };
    expect(await list('planned')).toEqual([[sessionId, 'planned']]);
    expect(await list('open')).toEqual([]);
  });

  it('invites the customer when it is started, with all that was prepared, and begins then', async () => {
    const { start, startPlanned, look, invitations, deps, pass } = await openDesk();
    const { sessionId } = await start(planned);
    pass(60_000);
    const started = await startPlanned(sessionId);
    expect(started).toMatchObject({ sessionId, engagement: 'new' });
    expect(await look(started)).toEqual({ id: sessionId, state: 'open', titles: ['Fee'] });
    expect(await invitations()).toEqual([maya.email]);
    expect((await deps.store.loadSession(sessionId))?.startedAt).toBe(deps.now());
  });

  it('is started once, however often it is asked', async () => {
    const { start, startPlanned, askPlanned, look, invitations } = await openDesk();
    const { sessionId } = await start(planned);
    const started = [await startPlanned(sessionId, 'one-key-1'), await startPlanned(sessionId, 'one-key-1')];
    for (const one of started) expect(await look(one)).toMatchObject({ id: sessionId });
    expect(await readCode(askPlanned(sessionId))).toBe('not-actionable');
    expect(await invitations()).toHaveLength(1);
  });

  it('that was given up starts no more', async () => {
    const { start, askPlanned, callAs } = await openDesk();
    const { sessionId } = await start(planned);
    await callAs('the agent')(endSession, { params: { sessionId } });
    expect(await readCode(askPlanned(sessionId))).toBe('session-ended');
  });

  it('is not a second open one until it is started', async () => {
    const { start, askPlanned, callAs } = await openDesk({ singleActiveSession: true });
    const { sessionId } = await start(planned);
    const open = await start();
    expect(await readProblem(await askPlanned(sessionId))).toMatchObject({ session: open.sessionId });
    await callAs('the agent')(endSession, { params: { sessionId: open.sessionId } });
    expect(await readCode(askPlanned(sessionId))).toBe('ok');
  });

  it('is opened in the earlier session of a customer who was here before', async () => {
    const { start, startPlanned, look, invitations, deps } = await openDesk(returning.continue);
    const { sessionId } = await start({ ...planned, interactions: [buildPayment('Later fee')] });
    const first = await start({ customer: maya, interactions: [buildPayment('Fee')] });
    const request = [sessionId, 'one-key-1'] as const;
    const started = [await startPlanned(...request), await startPlanned(...request)];
    for (const one of started) {
      expect(one).toMatchObject({ sessionId: first.sessionId, engagement: 'continued' });
      expect(await look(one)).toMatchObject({ titles: ['Fee', 'Later fee'] });
    }
    expect(await invitations()).toHaveLength(2);
    expect(await deps.store.loadSession(sessionId)).toMatchObject({ state: 'ended', interactions: [] });
    expect((await start({ customer: maya })).sessionId).toBe(first.sessionId);
  });
});

describe('Where text messages are off', () => {
  const byText = { channel: 'sms', customer: maya } as const;
  const ways: Readonly<Record<string, (desk: Awaited<ReturnType<typeof openDesk>>) => Promise<Response>>> = {
    'a new session': (desk) => desk.ask(byText),
    'a planned session': (desk) => desk.ask({ ...byText, when: 'planned' }),
    'an embedded session': (desk) => desk.ask({ ...byText, settings: { embeddedSession: true } }),
    're-engagement': async (desk) => {
      await desk.start({ customer: maya });
      return desk.ask({ ...byText, settings: returning.continue });
    },
    'a session of a system': (desk) => desk.ask(byText, 'a system that starts'),
    'what was planned before they were turned off': async (desk) => {
      const settings = { textMessages: true };
      await desk.agent.saveTeamSettings(testTeam, settings);
      const { sessionId } = await desk.start({ ...byText, when: 'planned' });
      await desk.agent.saveTeamSettings(testTeam, { textMessages: false });
      return desk.askPlanned(sessionId);
    },
  };

  it.each(Object.keys(ways))('%s by phone is refused with a code, and nothing is sent', async (way) => {
    const desk = await openDesk({ textMessages: false });
    const before = await ways[way]?.(desk);
    expect(before && (await readProblem(before)).code).toBe('channel-not-allowed');
    expect((await desk.deps.store.listOutbox()).filter(({ channel }) => channel === 'sms')).toEqual([]);
  });

  it('is refused as well when the earlier session says so', async () => {
    const { start, ask } = await openDesk(returning.continue);
    await start({ customer: maya, settings: { textMessages: false } });
    expect(await readCode(ask(byText))).toBe('channel-not-allowed');
  });
});

describe('The customer’s link', () => {
  it.each<{ settings: SettingsLevel; told: boolean }>([
    { settings: {}, told: false },
    { settings: { embeddedSession: true }, told: false },
    { settings: { copySessionUrl: true }, told: false },
    { settings: { embeddedSession: true, copySessionUrl: true }, told: true },
  ])('with $settings is told to whoever signed in: $told', async ({ settings, told }) => {
    const office = await openOffice();
    await office.agent.saveTeamSettings(testTeam, settings);
    const { email } = await office.employ('Ben', 'agent');
    const asBen = await office.signInAs(email);
    for (const extra of [{}, { when: 'planned' as const }]) {
      const input = buildSessionInput({ ...extra, settings: {} });
      const key = crypto.randomUUID();
      const ask = async () => startSession.output.parse(await (await asBen(startSession, { input, key })).json());
      const { sessionId, url } = await ask();
      const isPlanned = 'when' in extra;
      expect(url !== null).toBe(told && !isPlanned);
      expect((await ask()).url !== null).toBe(told && !isPlanned);
      if (!isPlanned) continue;
      const answer = await asBen(startPlannedSession, { params: { sessionId } });
      expect(startPlannedSession.output.parse(await answer.json()).url !== null).toBe(told);
    }
  });

  it('is always told to systems', async () => {
    const { start } = await openDesk();
    expect((await start({}, 'a system that starts')).url).not.toBeNull();
  });
});
