import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Deliverable } from '#backend/messages/deliver-due.ts';
import { wordMessage } from '#backend/messages/word-message.ts';
import { readTexts } from '#hosts/node/messages/read-texts.ts';
import { createSmtpTransport } from '#hosts/node/messages/smtp-transport.ts';
import type { MailSettings } from '#hosts/node/settings/mail-settings.ts';
import { buildMessage } from '#tests/backend/store/build-record.ts';
import { type MailServer, startMailServer } from '#tests/support/start-mail-server.ts';

let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});
beforeEach(() => {
  server.behave({});
  server.received.length = 0;
});
afterAll(() => server.stop());

const settings = (port: number, changes: Partial<MailSettings['server']> = {}): MailSettings => ({
  server: { host: '127.0.0.1', port, secure: false, requireTLS: false, ...changes },
  from: { name: 'The room', address: 'no-reply@bank.example' },
});
const patience = () => AbortSignal.timeout(20_000);

const send = (
  changes: Partial<Deliverable> = {},
  at: MailSettings = settings(server.port),
  signal: AbortSignal = patience(),
) =>
  createSmtpTransport(at)(
    { ...buildMessage('message-1'), url: 'https://room.example/s/token?a=1&b=2', ...changes },
    signal,
  );

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

describe('A mail', () => {
  it('arrives with its words, its link, and the id of its message', async () => {
    expect(await send({ companyName: 'Nord Bank' })).toEqual({ kind: 'sent' });
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'no-reply@bank.example', recipients: ['maya@example.com'] });
    expect(received?.mail).toMatchObject({
      messageId: '<message-1@bank.example>',
      from: { name: 'Nord Bank', address: 'no-reply@bank.example' },
      to: [{ name: 'Maya', address: 'maya@example.com' }],
      subject: 'For you',
      date: new Date(1_000).toISOString(),
    });
    expect(received?.mail.text?.trim()).toBe('Hello Maya\n\nhttps://room.example/s/token?a=1&b=2\n\nGoodbye');
    expect(received?.mail.html).toContain('<a href="https://room.example/s/token?a=1&amp;b=2"');
    const headers = new Map(received?.mail.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('en');
  });

  it('of a business without a name comes from the host', async () => {
    await send();
    expect(server.received[0]?.mail.from).toEqual({ name: 'The room', address: 'no-reply@bank.example' });
  });

  it('in Arabic is read from right to left, letter for letter', async () => {
    const words = wordMessage(await readTexts('ar'), {
      kind: 'reminder',
      channel: 'email',
      language: 'ar',
      company: 'Nord Bank',
      recipientName: 'ليلى',
      count: 2,
      until: Date.UTC(2026, 10, 29),
      timeZone: 'UTC',
    });
    await send({ language: 'ar', recipientName: 'ليلى', words });
    const mail = server.received[0]?.mail;
    expect(mail?.subject).toBe(words.subject);
    expect(mail?.to?.[0]?.name).toBe('ليلى');
    expect(mail?.text?.trim().startsWith(words.text)).toBe(true);
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
  });

  it('is not added to by what is in a name or a subject', async () => {
    const hostile = 'Maya\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script>';
    await send({
      recipientName: hostile,
      companyName: hostile,
      words: { subject: hostile, text: hostile, action: hostile, closing: hostile },
    });
    const [received] = server.received;
    expect(received?.recipients).toEqual(['maya@example.com']);
    expect(received?.mail.bcc).toBeUndefined();
    expect(received?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(received?.mail.html).not.toContain('<script>');
    expect(received?.mail.messageId).toBe('<message-1@bank.example>');
  });

  it('that is sent twice has one id', async () => {
    await send();
    await send();
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([
      '<message-1@bank.example>',
      '<message-1@bank.example>',
    ]);
  });
});

describe('What a server says about the mail is final', () => {
  it('a recipient that does not exist', async () => {
    server.behave({ onRcptTo: (_, __, callback) => callback(refusal(550, 'No such user')) });
    expect(await send()).toEqual({ kind: 'refused', reason: '550 No such user' });
  });

  it('a mail that it does not want', async () => {
    server.behave({
      beforeAnswer: () => {
        throw refusal(554, 'Spam');
      },
    });
    expect(await send()).toEqual({ kind: 'refused', reason: '554 Spam' });
  });
});

describe('What may go better later is tried again', () => {
  it('a server that wants to see us twice', async () => {
    server.behave({ onRcptTo: (_, __, callback) => callback(refusal(451, 'Greylisted, come back')) });
    expect(await send()).toEqual({ kind: 'failed', reason: '451 Greylisted, come back' });
  });

  it('a password that is wrong, and is not shown', async () => {
    server.behave({ onAuth: (_, __, callback) => callback(refusal(535, 'Who are you?')) });
    const auth = { user: 'room', pass: 'secret-of-the-tests' };
    const result = await send({}, settings(server.port, { auth }));
    expect(result).toEqual({ kind: 'failed', reason: '535 Who are you?' });
  });

  it('a sender that is not allowed', async () => {
    server.behave({ onMailFrom: (_, __, callback) => callback(refusal(553, 'Not yours')) });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('a server that turns everybody away', async () => {
    server.behave({ onConnect: (_, callback) => callback(refusal(554, 'Closed')) });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('a line that goes dead when the mail is nearly through', async () => {
    server.behave({ beforeAnswer: () => server.cut() });
    expect(await send()).toMatchObject({ kind: 'failed' });
  });

  it('a server that is not there', async () => {
    const gone = await startMailServer();
    await gone.stop();
    expect(await send({}, settings(gone.port))).toMatchObject({ kind: 'failed' });
  });

  it('a server that says nothing, once the signal comes', async () => {
    const silence = Promise.withResolvers<void>();
    const stop = new AbortController();
    server.behave({
      beforeAnswer: () => {
        stop.abort();
        return silence.promise;
      },
    });
    expect(await send({}, settings(server.port), stop.signal)).toMatchObject({ kind: 'failed' });
    silence.resolve();
  });
});

describe('Passwords and links cross no network in the clear', () => {
  let secure: MailServer;
  afterEach(() => secure.stop());

  it('a server that offers no encryption gets neither', async () => {
    secure = await startMailServer({ onAuth: (_, __, callback) => callback(null, { user: 'room' }) });
    const auth = { user: 'room', pass: 'secret' };
    expect(await send({}, settings(secure.port, { requireTLS: true, auth }))).toMatchObject({ kind: 'failed' });
    expect(secure.received).toEqual([]);
  });

  it.each([
    { how: 'from the start', options: { secure: true }, changes: { secure: true } },
    { how: 'when asked', options: { disabledCommands: [] }, changes: { requireTLS: true } },
  ])('a server whose certificate nobody vouches for, encrypted $how, gets neither', async ({ options, changes }) => {
    secure = await startMailServer(options);
    expect(await send({}, settings(secure.port, changes))).toMatchObject({ kind: 'failed' });
    expect(secure.received).toEqual([]);
  });
});
