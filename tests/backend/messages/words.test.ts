import { describe, expect, it } from 'vitest';

import { languageSchema } from '#contract/language.ts';
import type { MessageKind } from '#backend/messages/outbox-message.ts';
import { type MessageFacts, wordMessage } from '#backend/messages/word-message.ts';
import { readTexts } from '#hosts/node/messages/read-texts.ts';
import { followMessages } from '#tests/backend/messages/follow-messages.ts';
import { countTextParts } from '#tests/support/count-text-parts.ts';

const kinds = [
  'invitation',
  'handed-over',
  'new-link',
  'reminder',
  'news',
  'completion',
] as const satisfies readonly MessageKind[];
const facts: MessageFacts = {
  kind: 'invitation',
  channel: 'email',
  language: 'en',
  company: 'Nord Bank',
  recipientName: 'Cleo',
  count: 2,
  until: Date.UTC(2026, 10, 29, 23, 30),
  timeZone: 'UTC',
};
const word = async (changes: Partial<MessageFacts>) => {
  const all = { ...facts, ...changes };
  return wordMessage(await readTexts(all.language), all);
};

describe.each(languageSchema.options)('In the language %s', (language) => {
  it.each(kinds)('a mail says who asks and until when: %s', async (kind) => {
    const { subject, text, action, closing } = await word({ kind, language });
    expect(subject).toContain('Nord Bank');
    expect(text).toContain('Cleo');
    expect(closing).toMatch(/2026|٢٠٢٦/);
    expect(action).not.toBe('');
  });

  it.each(kinds)('a text message is short enough for two parts, link and all: %s', async (kind) => {
    const company = 'Nordische Landesbausparkasse von 1871';
    const { text } = await word({ kind, language, channel: 'sms', company, count: 12 });
    const link = `https://room.example.com/s/${'x'.repeat(43)}`;
    expect(countTextParts(`${text} ${link}`)).toBeLessThanOrEqual(2);
  });
});

it('The last day of a link is a day of the business', async () => {
  expect((await word({ timeZone: 'UTC' })).closing).toContain('29 November 2026');
  expect((await word({ timeZone: 'Europe/Berlin' })).closing).toContain('30 November 2026');
});

it('A name is one line, whatever is in it', async () => {
  const company = 'Nord\r\nBcc: everybody@example.com\u2028Bank\u0000';
  for (const channel of ['email', 'sms'] as const) {
    const { subject, text } = await word({ company, channel, recipientName: 'Cleo\nFrom: x' });
    expect(subject).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(text.replaceAll('\n\n', '')).not.toMatch(/[\p{Cc}\u2028]/u);
  }
});

it('In Arabic a name keeps its direction', async () => {
  expect((await word({ language: 'ar' })).subject).toContain('\u2068Nord Bank\u2069');
});

it('A name is no pattern', async () => {
  const company = '{name} <b>{count, plural, other {x}}</b>';
  expect((await word({ company })).subject).toBe(`${company} has something for you to complete`);
});

describe('The invitation', () => {
  it('is in the language that the session was started for, English when nobody said', async () => {
    const invite = async (language?: 'pl') => {
      const customer = { name: 'Cleo', email: 'cleo@example.com', phone: null, ...(language && { language }) };
      const { listMessages } = await followMessages({
        customer,
        settings: { branding: { companyName: 'Nord Bank' } },
      });
      return (await listMessages())[0]?.words.subject;
    };
    expect(await invite('pl')).toBe('Nord Bank: masz coś do załatwienia');
    expect(await invite()).toBe('Nord Bank has something for you to complete');
  });

  it('of a business without a name says where the page is', async () => {
    const { listMessages } = await followMessages();
    expect((await listMessages())[0]?.words.subject).toBe('room.test has something for you to complete');
  });
});
