/** How text messages leave the host: a provider that takes them over HTTPS. */
import * as z from 'zod/mini';

import { isLoopback } from '#domain/is-loopback.ts';
import { defineSettings } from '#hosts/node/settings/define-settings.ts';

/** Note: what is before an `@` would be a second credential, and shown in places where nobody looks for one. */
const isProvider = (value: string): boolean => {
  const { protocol = '', hostname = '' } = URL.parse(value) ?? {};
  return /^[^@#]+$/.test(value) && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
};

export const textSettings = defineSettings({
  shape: {
    TEXT_URL: z.optional(z.string().check(z.refine(isProvider))),
    TEXT_TOKEN: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,512}$/))),
    TEXT_FROM: z.optional(z.string().check(z.regex(/^(\+[1-9]\d{6,14}|[A-Za-z0-9 ]{1,11})$/))),
  },
  expected: {
    TEXT_URL: 'an https address, set together with TEXT_TOKEN and TEXT_FROM',
    TEXT_TOKEN: 'a credential without spaces, set together with TEXT_URL and TEXT_FROM',
    TEXT_FROM:
      'a number like +447700900142 or a name of at most 11 letters and digits, set together with TEXT_URL and TEXT_TOKEN',
  },
  together: ['TEXT_URL', 'TEXT_TOKEN', 'TEXT_FROM'],
  /** Null: text messages are kept. */
  toSettings: ({ TEXT_URL, TEXT_TOKEN, TEXT_FROM }) =>
    TEXT_URL && TEXT_TOKEN && TEXT_FROM ? { url: TEXT_URL, token: TEXT_TOKEN, from: TEXT_FROM } : null,
});
export type TextSettings = NonNullable<z.infer<typeof textSettings>>;
