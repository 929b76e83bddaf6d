/** Who may read the metrics: whoever knows the token, and nobody where there is none. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { secretText } from '#hosts/node/settings/scalars.ts';

export const metricsSettings = defineSettings({
  shape: { METRICS_TOKEN: z.optional(secretText) },
  expected: { METRICS_TOKEN: '32 to 256 letters, digits, - or _' },
  toSettings: ({ METRICS_TOKEN }) => (METRICS_TOKEN === undefined ? null : { token: METRICS_TOKEN }),
});
