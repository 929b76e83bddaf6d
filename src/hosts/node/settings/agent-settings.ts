/** Who may call the agents' endpoints. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { secretText, shortText } from '#hosts/node/settings/scalars.ts';

export const agentSettings = defineSettings({
  shape: {
    AGENT_TOKEN: z.optional(secretText),
    AGENT_NAME: z._default(shortText, 'Support'),
  },
  expected: {
    AGENT_TOKEN: '32 to 256 letters, digits, - or _',
    AGENT_NAME: 'a name of at most 120 letters',
  },
  toSettings: ({ AGENT_TOKEN, AGENT_NAME }) =>
    AGENT_TOKEN === undefined ? null : { token: AGENT_TOKEN, name: AGENT_NAME },
});
