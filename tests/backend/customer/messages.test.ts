import { describe, expect, it } from 'vitest';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import { limits } from '#contract/limits.ts';
import { messageSchema, messagesSchema } from '#contract/message.ts';
import { sayMuch } from '#tests/support/say-much.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof startTestSession>>;

const write = async ({ customer }: Session, text: string, key?: string) =>
  messageSchema.parse(await (await customer(sendMessage, { input: { text }, ...(key && { key }) })).json());
const list = async ({ customer }: Session, query = '') =>
  messagesSchema.parse(await (await customer(listMessages, { query })).json()).messages;
const textsOf = (messages: readonly { text: string }[]) => messages.map(({ text }) => text);

describe('A message', () => {
  it('says who wrote it, what and when, and is found by the key of its sender', async () => {
    const session = await startTestSession();
    session.pass(90_000);
    const sent = await write(session, 'Hello', 'key-of-hello');
    expect(sent).toMatchObject({
      seq: 2,
      from: 'customer',
      authorName: 'Cleo Customer',
      text: 'Hello',
      sentAt: '2026-11-22T09:01:30.000Z',
      key: 'key-of-hello',
    });
    expect(await list(session)).toEqual([sent]);
  });

  it('is there once, however often it is sent with the same key', async () => {
    const session = await startTestSession();
    const first = await write(session, 'Hello', 'key-of-hello');
    await write(session, 'And?', 'key-of-and');
    expect(await write(session, 'Hello', 'key-of-hello')).toEqual(first);
    expect(textsOf(await list(session))).toEqual(['Hello', 'And?']);
  });

  it('is there once when both attempts arrive at the same time', async () => {
    const session = await startTestSession();
    const [one, other] = await Promise.all([
      write(session, 'Hello', 'key-of-hello'),
      write(session, 'Hello', 'key-of-hello'),
    ]);
    expect(one).toEqual(other);
    expect(await list(session)).toHaveLength(1);
  });

  it('with the key of another one is refused, be it of other words or of the other side', async () => {
    const session = await startTestSession();
    await write(session, 'Hello', 'key-of-hello');
    const input = { text: 'Something else' };
    expect(await readCode(session.customer(sendMessage, { input, key: 'key-of-hello' }))).toBe('key-reused');
    const { sessionId } = session;
    const extras = { params: { sessionId }, input: { text: 'Hello' }, key: 'key-of-hello' };
    expect(await readCode(session.asAgent(sendAgentMessage, extras))).toBe('key-reused');
    expect(textsOf(await list(session))).toEqual(['Hello']);
  });

  it.each(['', 'short', 'has spaces in it', 'x'.repeat(65)])(
    'with the key "%s" is refused, and told why',
    async (key) => {
      const session = await startTestSession();
      const response = await session.customer(sendMessage, { input: { text: 'Hello' }, key });
      expect(await readProblem(response)).toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'Idempotency-Key' }],
      });
    },
  );

  it.each([
    ['empty', ''],
    ['only white space', ' \n\t '],
    ['longer than the contract allows', 'x'.repeat(limits.messageLength + 1)],
  ])('that is %s is refused, naming the field', async (_, text) => {
    const session = await startTestSession();
    const response = await session.customer(sendMessage, { input: { text } });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'text' }] });
    expect(await list(session)).toEqual([]);
  });

  it('keeps every character: line breaks, HTML, emoji, right-to-left text, as long as it is allowed', async () => {
    const session = await startTestSession();
    const text = '<b>Grüße</b> 👩‍👩‍👧\nשלום & "مرحبا"'.padEnd(limits.messageLength, '.');
    expect((await write(session, text)).text).toBe(text);
    expect(textsOf(await list(session))).toEqual([text]);
  });
});

describe('The conversation', () => {
  it('has both sides in one order', async () => {
    const session = await startTestSession();
    await write(session, 'Hello');
    await session.agent.sendMessage(session.sessionId, 'Good morning');
    await write(session, 'I have a question');
    const messages = await list(session);
    expect(messages.map(({ from, authorName, text }) => `${from} ${authorName}: ${text}`)).toEqual([
      'customer Cleo Customer: Hello',
      'agent Ada Agent: Good morning',
      'customer Cleo Customer: I have a question',
    ]);
    expect(messages.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  it('is brought from where the customer already has it', async () => {
    const session = await startTestSession();
    for (const text of ['One', 'Two', 'Three']) await write(session, text);
    expect(textsOf(await list(session, '?after=2'))).toEqual(['Two', 'Three']);
    expect(textsOf(await list(session, '?after=4'))).toEqual([]);
    expect(await readCode(session.customer(listMessages, { query: '?after=soon' }))).toBe('invalid-input');
  });

  it('is brought whole, however long it is', async () => {
    const session = await startTestSession();
    const texts = await sayMuch(session.deps, session.sessionId, 510);
    expect(textsOf(await list(session))).toEqual(texts);
  });

  it('is closed to both sides where chat is off, though what the agent wrote before can be read', async () => {
    const session = await startTestSession();
    await session.agent.sendMessage(session.sessionId, 'Please see the papers');
    await session.agent.saveSystemSettings({ chat: false });
    const params = { sessionId: session.sessionId };
    expect(await readCode(session.asAgent(sendAgentMessage, { params, input: { text: 'Hello' } }))).toBe('not-allowed');
    expect(await readCode(session.customer(sendMessage, { input: { text: 'Hello' } }))).toBe('not-allowed');
    expect(textsOf(await list(session))).toEqual(['Please see the papers']);
  });

  it('stops for both sides when the session ended, whatever access is left', async () => {
    const session = await startTestSession({ settings: { endAccess: { level: 'full' } } });
    await session.agent.endSession(session.sessionId);
    expect(await readCode(session.customer(sendMessage, { input: { text: 'Hello' } }))).toBe('session-ended');
    const extras = { params: { sessionId: session.sessionId }, input: { text: 'Hello' } };
    expect(await readCode(session.asAgent(sendAgentMessage, extras))).toBe('session-ended');
    expect(await list(session)).toEqual([]);
  });

  it('tells the truth about a message that was sent just before the session ended', async () => {
    const session = await startTestSession();
    const sent = await write(session, 'Hello', 'key-of-hello');
    await session.agent.endSession(session.sessionId);
    expect(await write(session, 'Hello', 'key-of-hello')).toEqual(sent);
  });
});
