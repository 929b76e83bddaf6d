import { describe, expect, it } from 'vitest';

import { cancelMessage, listOutbox, retryMessage } from '#contract/endpoints/outbox.ts';
import { teamIdSchema } from '#contract/ids.ts';
import type { ListedMessage } from '#contract/outbox.ts';
import { deliverDue, type SendResult } from '#backend/messages/deliver-due.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { buildSessionInput, createCaller, readCode } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';

const minute = 60_000;
const refused: SendResult = { kind: 'refused', reason: '550 no such user' };
const sent: SendResult = { kind: 'sent' };

function openOutbox() {
  const test = createTestBackend();
  const { deps, backend } = test;
  const callAs = (person: TestPerson) => createCaller(backend, credentialOf(person));
  const list = async (person: TestPerson, query: Record<string, string> = {}) => {
    const answer = await callAs(person)(listOutbox, { query: `?${new URLSearchParams(query).toString()}` });
    return listOutbox.output.parse(await answer.json());
  };
  const steer = (
    endpoint: Pick<typeof retryMessage, 'method' | 'path'>,
    { sessionId, id }: ListedMessage,
    by: TestPerson,
  ) => callAs(by)(endpoint, { params: { sessionId, messageId: id } });
  return {
    ...test,
    list,
    start: async (person: TestPerson, name: string, team = 'team-1', channel: 'email' | 'sms' = 'email') => {
      test.pass(1_000);
      const customer = { name, email: `${name.toLowerCase().replace(' ', '-')}@example.com`, phone: '+48600700842' };
      const input = buildSessionInput({ team: teamIdSchema.parse(team), customer, channel });
      return createAgentClient(backend, testOrigin, credentialOf(person)).startSession(input);
    },
    names: async (person: TestPerson, query?: Record<string, string>) =>
      (await list(person, query)).messages.map(({ recipientName }) => recipientName),
    newest: async (person: TestPerson = 'administrator') => {
      const [message] = (await list(person)).messages;
      if (!message) throw new Error('Failed to find a message.');
      return message;
    },
    retry: (message: ListedMessage, by: TestPerson = 'the agent') => steer(retryMessage, message, by),
    cancel: (message: ListedMessage, by: TestPerson = 'the agent') => steer(cancelMessage, message, by),
    deliver: (send: () => Promise<SendResult>) =>
      deliverDue({
        ...deps,
        transports: { email: send, sms: send },
        random: () => 0.5,
        signal: new AbortController().signal,
        onSettled: () => undefined,
      }),
  };
}

describe('The outbox', () => {
  it('shows a role the messages of the sessions that it may see, newest first', async () => {
    const { start, names } = openOutbox();
    await start('the agent', 'Mine');
    await start('a colleague', 'Theirs');
    await start('an agent elsewhere', 'Far', 'team-2');
    expect(await names('the agent')).toEqual(['Mine']);
    expect(await names('the supervisor')).toEqual(['Theirs', 'Mine']);
    expect(await names('a supervisor elsewhere')).toEqual(['Far']);
    expect(await names('an administrator elsewhere')).toEqual(['Far', 'Theirs', 'Mine']);
  });

  it('is filtered by how far a message got, its channel and its session', async () => {
    const { start, names, deliver } = openOutbox();
    const { sessionId } = await start('the agent', 'Cleo');
    await deliver(async () => refused);
    await start('the agent', 'Maya', 'team-1', 'sms');
    expect(await names('administrator', { delivery: 'dead' })).toEqual(['Cleo']);
    expect(await names('administrator', { channel: 'sms' })).toEqual(['Maya']);
    expect(await names('administrator', { session: sessionId })).toEqual(['Cleo']);
    expect(await names('a colleague', { session: sessionId })).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    const { start, list } = openOutbox();
    for (let number = 1; number <= 51; number += 1) await start('the agent', `Customer ${number}`);
    const first = await list('the agent');
    expect(first.messages).toHaveLength(50);
    const second = await list('the agent', { cursor: first.next ?? '' });
    expect(second).toMatchObject({ messages: [{ recipientName: 'Customer 1' }], next: null });
  });

  it('says what was said, to whom and how far it got; the link, which makes one the customer, to administrators only', async () => {
    const { start, newest, deliver } = openOutbox();
    const { url } = await start('the agent', 'Cleo');
    await deliver(async () => refused);
    const facts = { to: 'cleo@example.com', state: 'dead', tries: 1, reason: '550 no such user', canRetry: true };
    expect(await newest()).toMatchObject({ ...facts, url });
    expect((await newest()).words.subject).toContain('room.test');
    for (const person of ['the agent', 'the supervisor'] as const) {
      expect(await newest(person)).toMatchObject({ ...facts, url: null });
    }
  });
});

describe('A message taken in hand', () => {
  it('that was given up is due at once, goes out under its id, and says who wanted it', async () => {
    const { start, newest, retry, deliver } = openOutbox();
    await start('the agent', 'Cleo');
    await deliver(async () => refused);
    const dead = await newest();
    const answer = await retry(dead);
    expect(retryMessage.output.parse(await answer.json())).toMatchObject({ id: dead.id, state: 'waiting', tries: 1 });
    await deliver(async () => sent);
    expect(await newest()).toMatchObject({
      id: dead.id,
      state: 'sent',
      tries: 2,
      url: null,
      canRetry: false,
      steered: { what: 'retry', by: 'Ada Agent' },
    });
    expect(await readCode(retry(dead))).toBe('message-settled');
  });

  it('that waits for its next try does not wait any longer', async () => {
    const { start, newest, retry, deliver } = openOutbox();
    await start('the agent', 'Cleo');
    await deliver(async () => ({ kind: 'failed', reason: '451 later' }));
    expect(await deliver(async () => sent)).toBe(0);
    await retry(await newest());
    expect(await deliver(async () => sent)).toBe(1);
  });

  it('goes to nobody once it is cancelled, and does when that is taken back', async () => {
    const { start, newest, cancel, retry, deliver } = openOutbox();
    await start('the agent', 'Cleo');
    const message = await newest();
    await cancel(message);
    expect(await readCode(cancel(message))).toBe('ok');
    expect(await deliver(async () => sent)).toBe(0);
    expect(await newest()).toMatchObject({ state: 'cancelled', canRetry: true, steered: { what: 'cancel' } });
    await retry(message);
    expect(await deliver(async () => sent)).toBe(1);
  });

  it('that is being sent cannot be cancelled, and is retried by what is under way; a try that died is no obstacle', async () => {
    const { start, newest, cancel, retry, deps, pass } = openOutbox();
    await start('the agent', 'Cleo');
    await deps.store.claimMessages({ now: deps.now(), lease: minute, limit: 1 });
    const message = await newest();
    expect(message).toMatchObject({ isUnderWay: true, canRetry: false, canCancel: false });
    expect(await readCode(cancel(message))).toBe('message-under-way');
    expect(await readCode(retry(message))).toBe('ok');
    expect(await newest()).toEqual(message);
    pass(minute);
    expect(await newest()).toMatchObject({ isUnderWay: false, canCancel: true });
    expect(await readCode(cancel(message))).toBe('ok');
  });

  it('that was sent cannot be cancelled', async () => {
    const { start, newest, cancel, deliver } = openOutbox();
    await start('the agent', 'Cleo');
    await deliver(async () => sent);
    expect(await readCode(cancel(await newest()))).toBe('message-settled');
  });

  it('is not steered by whoever may not steer its session, nor through another session', async () => {
    const { start, newest, cancel } = openOutbox();
    const { sessionId } = await start('the agent', 'Cleo');
    const message = await newest();
    await start('an agent elsewhere', 'Far', 'team-2');
    const far = await newest();
    expect(await readCode(cancel(message, 'a colleague'))).toBe('not-found');
    expect(await readCode(cancel({ ...far, sessionId }))).toBe('not-found');
    expect((await newest()).state).toBe('waiting');
  });

  it.each([
    ['its link was taken back', 'link-over', { links: [] }],
    ['the customer has another address', 'address-changed', { participants: [] }],
  ] as const)('is not sent again when %s meanwhile', async (_, reason, { ...change }) => {
    const { start, newest, retry, deliver, deps } = openOutbox();
    const { sessionId } = await start('the agent', 'Cleo');
    await deliver(async () => refused);
    await changeRecord(deps, sessionId, ({ links, participants }) =>
      'links' in change
        ? { links: links.map((link) => ({ ...link, revokedAt: deps.now() })) }
        : { participants: participants.map((participant) => ({ ...participant, email: 'new@example.com' })) },
    );
    await retry(await newest());
    await deliver(async () => sent);
    expect(await newest()).toMatchObject({ state: 'cancelled', reason, canRetry: false });
  });
});
