/**
 * What a message says, in the customer's language, from the same catalogs as the room (`messages.json` of each language; the host
 * brings them). A text message is one short sentence before the link.
 */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

import type { Language } from '#contract/language.ts';
import type { EngagementChannel } from '#contract/session.ts';
import type { MessageKind, MessageWords } from '#backend/messages/outbox-message.ts';

/** By id, compiled; one that has nothing to put in may be the text itself. */
export type MessageTexts = Readonly<Record<string, string | MessageFormatElement[]>>;

export type MessageFacts = {
  kind: MessageKind;
  channel: EngagementChannel;
  language: Language;
  /** Who asks: the business, or where it can be found. */
  company: string;
  recipientName: string;
  /** What is left to do. */
  count: number;
  /** Who handed something over; absent = nobody did. */
  from?: string | undefined;
  /** Until when the link works, as a day in this time zone. */
  until: number;
  timeZone: string;
};

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar', pl: 'pl' };
const maxCompanyInText = 24;

export function wordMessage(texts: MessageTexts, facts: MessageFacts): MessageWords {
  const { kind, channel, language, company, recipientName, count, from = '', until, timeZone } = facts;
  const isText = channel === 'sms';
  const show = (name: string) => (isText ? shorten(name) : isolate(toLine(name), language));
  const formats = { date: { long: { day: 'numeric', month: 'long', year: 'numeric', timeZone } } } as const;
  const say = (id: string): string => {
    const text = texts[`messages.${id}`];
    if (text === undefined) throw new Error(`Failed to word a message: ${language} has no text “${id}”.`);
    if (typeof text === 'string') return text;
    const format = new IntlMessageFormat(text, locales[language], formats);
    return String(format.format({ company: show(company), name: show(recipientName), from: show(from), count, until }));
  };
  if (isText) return { subject: '', text: say(`${kind}.sms`), action: '', closing: '' };
  return {
    subject: say(`${kind}.subject`),
    text: `${say('hello')}\n\n${say(`${kind}.text`)}`,
    action: say(`${kind}.action`),
    closing: `${say('until')}\n\n${say('automatic')}`,
  };
}

/** Note: a name may hold anything, and a subject is a line of a header. */
const toLine = (name: string): string => name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Note: text messages are paid for by length. */
function shorten(name: string): string {
  const letters = [...toLine(name)];
  return letters.length <= maxCompanyInText ? letters.join('') : `${letters.slice(0, maxCompanyInText - 2).join('')}..`;
}

/** In a right-to-left sentence a name keeps its own direction and disturbs nothing around it. */
const isolate = (name: string, language: Language): string => (language === 'ar' ? `\u2068${name}\u2069` : name);
