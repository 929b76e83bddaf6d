/** Whom the host counts calls against, and whether it does. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { onOff } from '#hosts/node/settings/scalars.ts';

const proxies = z.pipe(
  z.string().check(z.regex(/^(off|[1-9])$/)),
  z.transform((word) => (word === 'off' ? 0 : Number(word))),
);

export const limitSettings = defineSettings({
  shape: {
    TRUST_PROXY: z._default(proxies, 0),
    RATE_LIMITS: z._default(onOff, true),
  },
  expected: {
    TRUST_PROXY: 'off, or the number of proxies in front, 1 to 9',
    RATE_LIMITS: 'on or off',
  },
  toSettings: ({ TRUST_PROXY, RATE_LIMITS }) => ({
    /** How many of the addresses in `X-Forwarded-For`, from the right, our own proxies wrote. */
    trustedProxies: TRUST_PROXY,
    areOn: RATE_LIMITS,
  }),
});
