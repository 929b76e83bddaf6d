/** How the business's systems are let in. */
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import { base, json, type Targets } from '#tests/backend/http/hostile/target.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

export function listSystemsTargets({ own, late, office }: World): Targets {
  const agent = { ...base, credential: agentCredential, strangers: [own.token, late.token] };
  const key = { name: 'Ledger', team: 'team-2', scopes: ['start-sessions', 'steer-sessions'] };
  return {
    addApiKey: {
      ...agent,
      headers: json,
      input: key,
      wrong: [
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
