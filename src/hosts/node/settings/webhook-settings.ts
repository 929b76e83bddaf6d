/** Where webhooks may go. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { onOff } from '#hosts/node/settings/scalars.ts';

export const webhookSettings = defineSettings({
  shape: { WEBHOOK_LOOPBACK: z.optional(onOff) },
  expected: { WEBHOOK_LOOPBACK: 'on or off' },
  /** To this very machine, also without TLS. Undefined: where nobody but the demonstration's customers would be told of. */
  toSettings: ({ WEBHOOK_LOOPBACK }) => ({ toLoopback: WEBHOOK_LOOPBACK }),
});
