/** How the business's systems are let in. */
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import { base, json, keyed, type Targets } from '#tests/backend/http/hostile/target.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export function listSystemsTargets({ own, late, office }: World): Targets {
  const agent = { ...base, credential: agentCredential, strangers: [own.token, late.token] };
  const key = { name: 'Ledger', team: 'team-2', scopes: ['start-sessions', 'steer-sessions'] };
  const { webhook, delivery } = office;
  const hook = { url: 'https://ledger.example/more', events: ['session-ended'] };
  const ofWebhook = {
    ...agent,
    params: { webhookId: webhook.id },
    foreign: [{ webhookId: 'nobodys' }, { webhookId: office.key.id }, { webhookId: 'a b' }],
  };
  const wrongHooks = [
    '',
    'ledger',
    'http://ledger.example',
    'ftp://ledger.example',
    'https://localhost/',
    'https://[::1]/',
    'https://u:p@ledger.example/',
    'https://ledger.example/#here',
    'javascript:alert(1)',
  ].map((url) => ({ input: { ...hook, url } }));
  return {
    addWebhook: {
      ...agent,
      needsKey: true,
      headers: json,
      input: hook,
      wrong: [
        ...keyed.wrong,
        ...wrongHooks,
        { input: { ...hook, events: [] } },
        { input: { ...hook, events: ['ping'] } },
      ],
    },
    changeWebhook: { ...ofWebhook, headers: json, input: hook, wrong: wrongHooks },
    removeWebhook: ofWebhook,
    pingWebhook: ofWebhook,
    redeliverWebhook: {
      ...agent,
      params: { webhookId: webhook.id, deliveryId: delivery },
      foreign: [
        { webhookId: 'nobodys', deliveryId: delivery },
        { webhookId: webhook.id, deliveryId: 'nobodys' },
      ],
    },
    addApiKey: {
      ...agent,
      needsKey: true,
      headers: json,
      input: key,
      wrong: [
        ...keyed.wrong,
        { input: { ...key, team: 'nobodys' } },
        { input: { ...key, scopes: [] } },
        { input: { ...key, scopes: ['manage-people'] } },
      ],
    },
    revokeApiKey: {
      ...agent,
      params: { keyId: office.key.id },
      foreign: [{ keyId: 'nobodys' }, { keyId: office.chief.id }, { keyId: 'a b' }],
    },
  };
}
