import { describe, expect, it } from 'vitest';

import { type Deliverable, deliverDue, type SendResult, type Transport } from '#backend/messages/deliver-due.ts';
import type { Outcome } from '#backend/messages/delivery.ts';
import { changeRecord, withInteraction } from '#backend/scenarios/change-record.ts';
import { day, type Followed, followMessages, hour, minute } from '#tests/backend/messages/follow-messages.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

/** A transport that answers as it is told, the last answer again and again, and knows what went through it. */
function createTransport(...answers: (SendResult | Error)[]) {
  const seen: Deliverable[] = [];
  const send: Transport = (message) => {
    seen.push(message);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer instanceof Error || !answer ? Promise.reject(answer ?? new Error('?')) : Promise.resolve(answer);
  };
  return { seen, send };
}

const sent: SendResult = { kind: 'sent' };
const failed: SendResult = { kind: 'failed', reason: '451 later' };

const deliver = async ({ deps }: Followed, email: Transport | null, sms: Transport | null = null) => {
  const settled: Outcome[] = [];
  const count = await deliverDue({
    ...deps,
    transports: { email, sms },
    random: () => 0.5,
    signal: new AbortController().signal,
    onSettled: (_, outcome) => settled.push(outcome),
  });
  return { count, settled };
};
const readDelivery = async ({ listMessages }: Followed) => (await listMessages()).at(-1)?.delivery;

describe('A message', () => {
  it('is handed over once, with its id, its words and its link', async () => {
    const session = await followMessages();
    const { seen, send } = createTransport(sent);
    await deliver(session, send);
    expect(await deliver(session, send)).toEqual({ count: 0, settled: [] });
    expect(seen).toMatchObject([{ kind: 'invitation', to: 'cleo@example.com', url: session.url }]);
    expect(await session.listMessages()).toMatchObject([{ id: seen[0]?.id, url: null, delivery: { state: 'sent' } }]);
  });

  it('goes by the transport of its channel', async () => {
    const session = await followMessages({ channel: 'sms' });
    const email = createTransport(sent);
    const sms = createTransport(sent);
    await deliver(session, email.send, sms.send);
    expect([email.seen.length, sms.seen.length]).toEqual([0, 1]);
    expect(sms.seen[0]).toMatchObject({ to: '+48600700842', words: { subject: '' } });
  });

  it('is kept, link and all, where nothing delivers its channel, and goes out never', async () => {
    const session = await followMessages();
    await deliver(session, null);
    expect(await session.listMessages()).toMatchObject([{ url: session.url, delivery: { state: 'kept' } }]);
    const { seen, send } = createTransport(sent);
    session.pass(day);
    await deliver(session, send);
    expect(seen).toEqual([]);
  });

  it('that failed is tried again later and later, under the same id, until it goes through', async () => {
    const session = await followMessages();
    const { seen, send } = createTransport(failed, new Error('socket closed'), sent);
    await deliver(session, send);
    expect(await readDelivery(session)).toMatchObject({ state: 'waiting', tries: 1, reason: '451 later' });
    session.pass(29_000);
    await deliver(session, send);
    expect(seen).toHaveLength(1);
    session.pass(1_000);
    await deliver(session, send);
    expect(await readDelivery(session)).toMatchObject({ state: 'waiting', tries: 2, reason: 'socket closed' });
    session.pass(2 * minute);
    await deliver(session, send);
    expect(await readDelivery(session)).toMatchObject({ state: 'sent', tries: 3, reason: null });
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
  });

  it('that is refused for good is dead at once, and shown', async () => {
    const session = await followMessages();
    const { send } = createTransport({ kind: 'refused', reason: '550 no such user' });
    await deliver(session, send);
    expect(await session.listMessages()).toMatchObject([
      { url: session.url, delivery: { state: 'dead', tries: 1, reason: '550 no such user' } },
    ]);
  });

  it('that never goes through is dead after about two days', async () => {
    const session = await followMessages();
    const { seen, send } = createTransport(failed);
    const start = session.deps.now();
    while ((await readDelivery(session))?.state === 'waiting') {
      await deliver(session, send);
      session.pass(minute);
    }
    expect(await readDelivery(session)).toMatchObject({ state: 'dead', reason: '451 later' });
    expect(seen).toHaveLength(13);
    expect(session.deps.now() - start).toBeGreaterThan(36 * hour);
    expect(session.deps.now() - start).toBeLessThan(60 * hour);
  });

  it('whose sender dies before it is recorded is sent again, under the same id', async () => {
    const session = await followMessages();
    const { seen, send } = createTransport(sent);
    const dying = {
      ...session,
      deps: {
        ...session.deps,
        store: { ...session.deps.store, settleMessage: () => Promise.reject(new Error('killed')) },
      },
    };
    await expect(deliver(dying, send)).rejects.toThrow('killed');
    await deliver(session, send);
    expect(seen).toHaveLength(1);
    session.pass(5 * minute);
    await deliver(session, send);
    expect(seen).toHaveLength(2);
    expect(seen[0]?.id).toBe(seen[1]?.id);
    expect(await readDelivery(session)).toMatchObject({ state: 'sent', tries: 2 });
  });

  it('is tried once, not given up, when the clock jumps a year ahead; and waits no year when it comes back', async () => {
    const session = await followMessages();
    const { seen, send } = createTransport(failed);
    session.pass(365 * day);
    await deliver(session, send);
    await deliver(session, send);
    expect(seen).toHaveLength(1);
    session.pass(-365 * day);
    await deliver(session, send);
    expect(seen).toHaveLength(2);
    expect(await readDelivery(session)).toMatchObject({ state: 'waiting' });
  });
});

describe('A message is not sent any more', () => {
  const later = async (session: Followed) => {
    const { seen, send } = createTransport(sent);
    await deliver(session, send, send);
    return { seen, delivery: await readDelivery(session) };
  };

  it('by text, when text messages were turned off meanwhile', async () => {
    const session = await followMessages({ channel: 'sms' });
    await session.agent.saveTeamSettings(testTeam, { textMessages: false });
    expect(await later(session)).toMatchObject({
      seen: [],
      delivery: { state: 'cancelled', reason: 'channel-not-allowed' },
    });
    expect((await session.listMessages())[0]?.url).toBeNull();
  });

  it('to invite to a session that ended', async () => {
    const session = await followMessages();
    await session.agent.endSession(session.sessionId);
    expect(await later(session)).toMatchObject({ seen: [], delivery: { state: 'cancelled', reason: 'session-ended' } });
  });

  it('to remind of what was done meanwhile', async () => {
    const test = createTestBackend();
    const session = await followMessages(
      { settings: { reminders: { on: true } }, interactions: [buildDocumentRequest()] },
      test,
    );
    await deliver(session, createTransport(sent).send);
    await session.later(day);
    await changeRecord(
      session.deps,
      session.sessionId,
      withInteraction(session.interactions[0], { status: 'completed' }),
    );
    expect(await later(session)).toMatchObject({ seen: [], delivery: { state: 'cancelled', reason: 'nothing-to-do' } });
  });
});
