/** How the business's systems get in, and how they are told: API keys and webhooks. */
import * as z from 'zod/mini';

import { addApiKeyInputSchema, addedApiKeySchema, apiKeySchema } from '#contract/api-key.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { addedWebhookSchema, webhookDeliverySchema, webhookInputSchema, webhookSchema } from '#contract/webhook.ts';

const managed = { caller: 'agent', action: 'manage-api-access' } as const;
const keys = '/api/agent/api-keys';
const webhooks = '/api/agent/webhooks';
const webhook = `${webhooks}/:webhookId` as const;

export const listApiKeys = defineEndpoint({
  ...managed,
  method: 'GET',
  path: keys,
  input: null,
  output: z.object({ keys: z.array(apiKeySchema) }),
  errors: [],
});

/** Asked again with the same key, it answers the same: no second one is made. */
export const addApiKey = defineEndpoint({
  ...managed,
  method: 'POST',
  path: keys,
  input: addApiKeyInputSchema,
  output: addedApiKeySchema,
  errors: ['key-reused'],
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

export const listWebhooks = defineEndpoint({
  ...managed,
  method: 'GET',
  path: webhooks,
  input: null,
  output: z.object({ webhooks: z.array(webhookSchema) }),
  errors: [],
});

/** As `addApiKey`. */
export const addWebhook = defineEndpoint({
  ...managed,
  method: 'POST',
  path: webhooks,
  input: webhookInputSchema,
  output: addedWebhookSchema,
  errors: ['key-reused'],
});

/** What waits to be delivered goes to the new address. */
export const changeWebhook = defineEndpoint({
  ...managed,
  method: 'PUT',
  path: webhook,
  input: webhookInputSchema,
  output: webhookSchema,
  errors: ['not-found'],
});

/** With its deliveries. */
export const removeWebhook = defineEndpoint({
  ...managed,
  method: 'DELETE',
  path: webhook,
  input: null,
  output: null,
  errors: ['not-found'],
});

/** One event of the kind `ping`, delivered like every other. */
export const pingWebhook = defineEndpoint({
  ...managed,
  method: 'POST',
  path: `${webhook}/ping`,
  input: null,
  output: null,
  errors: ['not-found'],
});

/** The latest hundred, newest first. */
export const listWebhookDeliveries = defineEndpoint({
  ...managed,
  method: 'GET',
  path: `${webhook}/deliveries`,
  input: null,
  output: z.object({ deliveries: z.array(webhookDeliverySchema) }),
  errors: ['not-found'],
});

/** Now, whatever came of it before. */
export const redeliverWebhook = defineEndpoint({
  ...managed,
  method: 'POST',
  path: `${webhook}/deliveries/:deliveryId/redeliver`,
  input: null,
  output: null,
  errors: ['not-found'],
});
