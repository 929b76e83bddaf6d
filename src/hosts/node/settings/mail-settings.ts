/** How mails leave the host: a server that takes them, and whom they come from. */
import * as z from 'zod/mini';

import { emailSchema } from '#contract/scalars.ts';
import { isLoopback } from '#domain/is-loopback.ts';
import { defineSettings } from '#hosts/node/settings/define-settings.ts';

const parsedBy = <Value>(parse: (text: string) => Value | null) =>
  z.pipe(
    z.string(),
    z.transform((text: string, { issues }): Value => {
      const value = parse(text);
      if (value !== null) return value;
      issues.push({ code: 'custom', message: 'cannot be read', input: undefined });
      return z.NEVER;
    }),
  );

function parseServer(text: string) {
  const url = URL.parse(text);
  if (!url || !/^smtps?:\/\/[^/?#]+$/.test(text) || url.hostname === '') return null;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const user = decode(url.username);
  const pass = decode(url.password);
  if (user === null || pass === null) return null;
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    /** Passwords and links cross no network in the clear. */
    requireTLS: !secure && !isLoopback(host),
    ...(user !== '' && { auth: { user, pass } }),
  };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function parseSender(text: string) {
  const [, name = '', address = text] = /^([^<>"\p{Cc}]{0,120}?) ?<([^<>]+)>$/u.exec(text) ?? [];
  return emailSchema.safeParse(address).success ? { name, address } : null;
}

export const mailSettings = defineSettings({
  shape: { SMTP_URL: z.optional(parsedBy(parseServer)), MAIL_FROM: z.optional(parsedBy(parseSender)) },
  expected: {
    SMTP_URL: 'an address like smtps://user:password@mail.example.com:465, set together with MAIL_FROM',
    MAIL_FROM: 'a sender like “Nord Bank <no-reply@example.com>”, set together with SMTP_URL',
  },
  together: ['SMTP_URL', 'MAIL_FROM'],
  /** Null: mails are kept. */
  toSettings: ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL && MAIL_FROM ? { server: SMTP_URL, from: MAIL_FROM } : null),
});
export type MailSettings = NonNullable<z.infer<typeof mailSettings>>;
