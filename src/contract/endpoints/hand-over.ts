/** A task goes from one customer to another by a customer's word, where the policy lets them (`reassign`). */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { handOverInputSchema, takeBackInputSchema } from '#contract/hand-over.ts';
import { sessionSchema } from '#contract/session.ts';

const path = '/api/esigns/:interactionId';
const written = { caller: 'customer', method: 'POST', output: sessionSchema } as const;

/** The other person is invited; whoever is in the session already by that contact is written to again. */
export const handOver = defineEndpoint({
  ...written,
  path: `${path}/hand-over`,
  input: handOverInputSchema,
  errors: [
    'not-found',
    'not-actionable',
    'not-allowed',
    'interaction-changed',
    'channel-not-allowed',
    'session-full',
    'key-reused',
  ],
});

/** Until the other person has begun; what was entered before is there again. */
export const takeBack = defineEndpoint({
  ...written,
  path: `${path}/take-back`,
  input: takeBackInputSchema,
  errors: ['not-found', 'not-actionable', 'interaction-changed', 'key-reused'],
});
