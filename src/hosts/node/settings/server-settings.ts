/** Where the host listens and keeps things, what its customers' browsers show, and whom it is for. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { onOff, shortText } from '#hosts/node/settings/scalars.ts';

const isOrigin = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
};

export const serverSettings = defineSettings({
  shape: {
    PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 4173),
    HOST: z._default(shortText, 'localhost'),
    DATA_DIR: z._default(z.string().check(z.minLength(1)), 'data'),
    PUBLIC_ORIGIN: z.optional(z.string().check(z.refine(isOrigin))),
    DEMO: z.optional(onOff),
    LOG_LEVEL: z.optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
  },
  expected: {
    PORT: 'a number from 0 to 65535',
    HOST: 'a name or an address to listen on',
    DATA_DIR: 'a folder',
    PUBLIC_ORIGIN: 'an origin like https://room.example.com, without a slash at its end',
    DEMO: 'on or off',
    LOG_LEVEL: 'debug, info, warn, error or silent',
  },
  toSettings: ({ PORT, HOST, DATA_DIR, PUBLIC_ORIGIN, DEMO, LOG_LEVEL }) => {
    // Note: an address of its own means customers, who are no demonstration.
    const demo = DEMO ?? PUBLIC_ORIGIN === undefined;
    return {
      port: PORT,
      host: HOST,
      dataFolder: DATA_DIR,
      /** Undefined: whatever this machine calls itself. */
      publicOrigin: PUBLIC_ORIGIN,
      demo,
      logLevel: LOG_LEVEL ?? (demo ? ('warn' as const) : ('info' as const)),
    };
  },
});
