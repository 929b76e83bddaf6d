/** Asks every endpoint about the business's systems for something it answers. */
import {
  addApiKey,
  addWebhook,
  changeWebhook,
  listApiKeys,
  listWebhookDeliveries,
  listWebhooks,
  pingWebhook,
  redeliverWebhook,
  removeWebhook,
  revokeApiKey,
} from '#contract/endpoints/api-access.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export async function askAboutSystems({ backend }: Pick<CheckedBackend, 'backend'>): Promise<void> {
  const asAdministrator = createCaller(backend, agentCredential);
  const input = { name: 'Ledger', team: 'team-1', scopes: ['start-sessions', 'read-sessions'] };
  const { key } = addApiKey.output.parse(await (await asAdministrator(addApiKey, { input })).json());
  await asAdministrator(listApiKeys);
  await asAdministrator(revokeApiKey, { params: { keyId: key.id } });

  const hook = { url: 'https://ledger.example/hooks', events: ['session-ended'] };
  const { webhook } = addWebhook.output.parse(await (await asAdministrator(addWebhook, { input: hook })).json());
  const params = { webhookId: webhook.id };
  await asAdministrator(listWebhooks);
  await asAdministrator(changeWebhook, { params, input: { ...hook, events: ['session-started'] } });
  await asAdministrator(pingWebhook, { params });
  const log = await asAdministrator(listWebhookDeliveries, { params });
  const deliveryId = listWebhookDeliveries.output.parse(await log.json()).deliveries[0]?.id ?? '';
  await asAdministrator(redeliverWebhook, { params: { ...params, deliveryId } });
  await asAdministrator(removeWebhook, { params });
}
