/** The live feed of those who work on a session: what they hear, and when it ends. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { getAgentFeed } from '#contract/endpoints/agent-session.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { signOut, signOutEverywhere } from '#contract/endpoints/people.ts';
import { agentIdSchema } from '#contract/ids.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { goodPassword, openOffice } from '#tests/support/open-office.ts';
import { openAgentFeed, openFeed } from '#tests/support/read-feed.ts';
import { buildDocumentRequest, buildWorkflow } from '#tests/support/sample-interactions.ts';
import { anna, startAmongSeveral } from '#tests/support/several-people.ts';
import { type Caller, readCode, startTestSession } from '#tests/support/start-session.ts';

const heartbeat = 15_000;
/** How long somebody is away before they count as gone. */
const settling = 5_000;

const useFakeTimers = () =>
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
afterEach(() => {
  vi.useRealTimers();
});

/** Past what is told to everybody who comes. */
async function followFromNow(asAgent: Caller, sessionId: string) {
  const feed = await openAgentFeed(asAgent, sessionId);
  await feed.nextBatch();
  return feed;
}

describe('Whoever opens the feed of a session', () => {
  it('has it at once as it is, and every message that they do not know', async () => {
    const session = await startTestSession({ interactions: [buildWorkflow()] });
    for (const text of ['One', 'Two']) await session.customer(sendMessage, { input: { text } });
    const feed = await openAgentFeed(session.asAgent, session.sessionId, '?after=3');
    expect(await feed.next()).toMatchObject({ kind: 'message', message: { text: 'Two', from: 'customer' } });
    const event = await feed.next();
    expect(event).toMatchObject({
      kind: 'session',
      seq: 4,
      session: {
        seq: 4,
        state: 'open',
        participants: [{ name: 'Cleo Customer', isThere: false }],
        interactions: [{ status: 'new' }],
        allows: { chat: true },
      },
    });
    expect(event).not.toHaveProperty('session.messages');
    await feed.cancel();
  });

  it.each(['abc', '-1', '2'])('is told that ?after=%s is no place', async (after) => {
    const { asAgent, sessionId } = await startTestSession();
    const refused = asAgent(getAgentFeed, { params: { sessionId }, query: `?after=${after}` });
    expect(await readCode(refused)).toBe('invalid-input');
  });
});

describe('Whoever follows a session', () => {
  it('hears what the customer and others do as it happens, and each message once', async () => {
    const session = await startTestSession({ interactions: [buildDocumentRequest()] });
    const feed = await followFromNow(session.asAgent, session.sessionId);
    await session.customer(sendMessage, { input: { text: 'Hello' } });
    expect(await feed.nextBatch()).toEqual(['message Hello', 'session 3']);
    for (const id of session.interactions) await session.agent.withdraw(session.sessionId, id, 'Not needed');
    expect(await feed.next()).toMatchObject({ seq: 4, session: { interactions: [{ status: 'cancelled' }] } });
    await feed.cancel();
  });

  it('resumes without gaps or doubles wherever they were cut off', async () => {
    const session = await startTestSession();
    for (const text of ['One', 'Two', 'Three', 'Four']) await session.customer(sendMessage, { input: { text } });
    for (const [after, missed] of [
      [1, ['One', 'Two', 'Three', 'Four']],
      [3, ['Three', 'Four']],
      [5, []],
    ] as const) {
      const feed = await openAgentFeed(session.asAgent, session.sessionId, `?after=${after}`);
      expect(await feed.nextBatch()).toEqual([...missed.map((text) => `message ${text}`), 'session 5']);
      await feed.cancel();
    }
  });

  it('sees the customer come at once, and go when they stayed away for a moment: not while a page is loaded again', async () => {
    useFakeTimers();
    const session = await startTestSession();
    const feed = await followFromNow(session.asAgent, session.sessionId);
    const page = await openFeed(session.customer);
    expect(await feed.next()).toMatchObject({ seq: 1, session: { participants: [{ isThere: true }] } });

    await page.cancel();
    await vi.advanceTimersByTimeAsync(settling - 1);
    const again = await openFeed(session.customer);
    await session.customer(sendMessage, { input: { text: 'Back' } });
    expect(await feed.nextBatch()).toEqual(['message Back', 'session 2']);
    await vi.advanceTimersByTimeAsync(settling);
    await again.cancel();
    let isTold = false;
    const gone = feed.next().finally(() => {
      isTold = true;
    });
    await vi.advanceTimersByTimeAsync(settling - 1);
    expect(isTold).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await gone).toMatchObject({ seq: 2, session: { participants: [{ isThere: false }] } });
    await feed.cancel();
  });

  it('sees those come and go who were invited meanwhile, and hears of their message with a heartbeat', async () => {
    useFakeTimers();
    const session = await startAmongSeveral();
    const feed = await followFromNow(session.asAgent, session.sessionId);
    await session.invite();
    expect(await feed.next()).toMatchObject({ session: { participants: [{}, { isThere: false }] } });
    const page = await openFeed((await session.comeInAs(anna.email)).call);
    expect(await feed.next()).toMatchObject({ session: { participants: [{}, { isThere: true }] } });
    await page.cancel();
    await vi.advanceTimersByTimeAsync(settling);
    expect(await feed.next()).toMatchObject({ session: { participants: [{}, { isThere: false }] } });

    const letter = (await session.readLetters(anna.email))[0];
    await session.deps.store.changeMessage(letter?.id ?? '', (message) => ({
      ...message,
      delivery: { state: 'sent', tries: 1, at: session.deps.now(), reason: null },
    }));
    const told = feed.next();
    await vi.advanceTimersByTimeAsync(heartbeat);
    expect(await told).toMatchObject({ session: { participants: [{}, { lastMessage: { state: 'sent' } }] } });
    await feed.cancel();
  });

  it('is told with the next heartbeat what the policy does not allow any more', async () => {
    useFakeTimers();
    const session = await startTestSession();
    const feed = await followFromNow(session.asAgent, session.sessionId);
    await session.agent.saveSystemSettings({ chat: false });
    const told = feed.next();
    await vi.advanceTimersByTimeAsync(heartbeat);
    expect(await told).toMatchObject({ kind: 'session', session: { allows: { chat: false } } });
    await feed.cancel();
  });

  it('hears nothing but heartbeats while nothing happens', async () => {
    useFakeTimers();
    const session = await startTestSession();
    const feed = await followFromNow(session.asAgent, session.sessionId);
    const beat = feed.read();
    await vi.advanceTimersByTimeAsync(heartbeat);
    expect(new TextDecoder().decode((await beat).value)).toBe(': alive\n\n');
    await feed.cancel();
  });
});

describe('The feed ends', () => {
  async function openTheirs() {
    useFakeTimers();
    const office = await openOffice();
    const boss = await office.employ('Boss', 'administrator');
    const ada = await office.employ('Ada', 'agent');
    const asAda = await office.signInAs('ada@office.test');
    const session = await startTestSession({}, office);
    const give = (id: string) =>
      changeRecord(office.deps, session.sessionId, () => ({ agent: { id: agentIdSchema.parse(id), name: 'Ada' } }));
    await give(ada.id);
    const feed = await followFromNow(asAda, session.sessionId);
    return { ...office, session, boss, ada, asAda, give, feed };
  }

  it.each<[string, (world: Awaited<ReturnType<typeof openTheirs>>) => Promise<unknown>]>([
    ['they signed out', ({ asAda }) => asAda(signOut)],
    ['they signed out everywhere', async ({ signInAs }) => (await signInAs('ada@office.test'))(signOutEverywhere)],
    ['they were let in no longer', ({ change, ada }) => change(ada, { isDisabled: true })],
    ['their password was changed', async ({ choose, askForLink, ada }) => choose(await askForLink(ada), goodPassword)],
    ['the session was given to somebody else', ({ give, boss }) => give(boss.id)],
  ])('within a heartbeat once %s', async (_, happen) => {
    const world = await openTheirs();
    await happen(world);
    const end = world.feed.next();
    await vi.advanceTimersByTimeAsync(heartbeat);
    expect(await end).toBeNull();
  });

  it('within a heartbeat once their role shows them less', async () => {
    const world = await openTheirs();
    await world.change(world.ada, { role: 'supervisor' });
    await world.give(world.boss.id);
    const feed = await followFromNow(world.asAda, world.session.sessionId);
    const person = { ...world.ada, role: 'supervisor' as const };
    await world.change(person, { role: 'agent' });
    const end = feed.next();
    await vi.advanceTimersByTimeAsync(heartbeat);
    expect(await end).toBeNull();
  });

  it('without another word to who was signed out when something happens before that', async () => {
    const { asAda, session, feed } = await openTheirs();
    await asAda(signOut);
    await session.customer(sendMessage, { input: { text: 'For nobody' } });
    expect(await feed.next()).toBeNull();
  });

  it('not when the session does: what came of it can be looked at', async () => {
    const session = await startTestSession();
    const feed = await followFromNow(session.asAgent, session.sessionId);
    await session.agent.endSession(session.sessionId);
    expect(await feed.next()).toMatchObject({ kind: 'session', session: { state: 'ended' } });
    await session.asAgent(sendAgentMessage, { params: { sessionId: session.sessionId }, input: { text: 'Late' } });
    await feed.cancel();
  });
});
