/**
 * A message as a mail: plain text, and the same as a page that any program can show, any reader can read out. Its id is made of the
 * message's, so that a mail that comes twice is seen to be one.
 */
import type { SendMailOptions } from 'nodemailer';

import type { Language } from '#contract/language.ts';
import type { Deliverable } from '#backend/messages/deliver-due.ts';
import type { MailSettings } from '#hosts/node/settings/mail-settings.ts';

const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', ar: 'rtl', pl: 'ltr' };

export function toMail(message: Deliverable, { name, address }: MailSettings['from']): SendMailOptions {
  const { id, words, url, companyName, recipientName, language, createdAt } = message;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    messageId: `<${id}@${domain}>`,
    date: new Date(createdAt),
    from: { name: companyName ?? name, address },
    to: { name: recipientName, address: message.to },
    subject: words.subject,
    text: [words.text, url, words.closing].join('\n\n'),
    html: toPage(message),
    // Note: whoever is on holiday need not tell a program (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  };
}

const link =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1a4fa3;color:#ffffff;text-decoration:none';
const body = 'margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1f2933;background:#ffffff';

function toPage({ language, words, url }: Deliverable): string {
  const { subject, text, action, closing } = words;
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${directions[language]}">`,
    `<head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    `<body style="${body}"><main>`,
    ...toParagraphs(text),
    `<p><a href="${escape(url)}" style="${link}">${escape(action)}</a></p>`,
    ...toParagraphs(closing),
    '</main></body></html>',
  ].join('\n');
}

const toParagraphs = (text: string): string[] => text.split('\n\n').map((paragraph) => `<p>${escape(paragraph)}</p>`);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
