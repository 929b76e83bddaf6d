/** Asks every endpoint about the business's systems for something it answers. */
import { addApiKey, listApiKeys, revokeApiKey } from '#contract/endpoints/api-access.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export async function askAboutSystems({ backend }: Pick<CheckedBackend, 'backend'>): Promise<void> {
  const asAdministrator = createCaller(backend, agentCredential);
  const input = { name: 'Ledger', team: 'team-1', scopes: ['start-sessions', 'read-sessions'] };
  const { key } = addApiKey.output.parse(await (await asAdministrator(addApiKey, { input })).json());
  await asAdministrator(listApiKeys);
  await asAdministrator(revokeApiKey, { params: { keyId: key.id } });
}
