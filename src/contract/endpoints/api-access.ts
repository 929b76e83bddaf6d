/** How the business's systems get in: API keys. */
import * as z from 'zod/mini';

import { addApiKeyInputSchema, addedApiKeySchema, apiKeySchema } from '#contract/api-key.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';

const managed = { caller: 'agent', action: 'manage-api-access' } as const;
const keys = '/api/agent/api-keys';

export const listApiKeys = defineEndpoint({
  ...managed,
  method: 'GET',
  path: keys,
  input: null,
  output: z.object({ keys: z.array(apiKeySchema) }),
  errors: [],
});

export const addApiKey = defineEndpoint({
  ...managed,
  method: 'POST',
  path: keys,
  input: addApiKeyInputSchema,
  output: addedApiKeySchema,
  errors: [],
});

/** From the next request on it is nobody's. */
export const revokeApiKey = defineEndpoint({
  ...managed,
  method: 'DELETE',
  path: `${keys}/:keyId`,
  input: null,
  output: null,
  errors: ['not-found'],
});
