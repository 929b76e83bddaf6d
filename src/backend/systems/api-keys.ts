/** /api/agent/api-keys: what the business's systems get in with. */
import * as z from 'zod/mini';

import type { ApiKey } from '#contract/api-key.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '#contract/endpoints/api-access.ts';
import { agentIdSchema, type TeamId } from '#contract/ids.ts';
import { listTeams } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { keyPrefix } from '#backend/systems/authenticate-key.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';

export const listApiKeysRoute = agentRoute(listApiKeys, async ({ deps }) => ({
  keys: (await deps.store.systems.listKeys()).map(toApiKey),
}));

export const addApiKeyRoute = agentInputRoute(addApiKey, async ({ deps, agent, input }) => {
  await assertTeam(deps, agent, input.team);
  const secret = keyPrefix + deps.createToken();
  const key: KeyRecord = {
    id: agentIdSchema.parse(deps.createId()),
    name: input.name,
    team: input.team,
    scopes: [...new Set(input.scopes)],
    secretHash: await sha256Hex(secret),
    createdAt: deps.now(),
    createdBy: agent.name,
    lastUsedOn: null,
  };
  await deps.store.systems.addKey(key);
  return { key: toApiKey(key), secret };
});

const paramsSchema = z.object({ keyId: agentIdSchema });

export const revokeApiKeyRoute = agentRoute(revokeApiKey, async ({ deps, params }) => {
  const { keyId } = parseInput(paramsSchema, params);
  if (!(await deps.store.systems.deleteKey(keyId))) throw new AppError('not-found');
  return undefined;
});

async function assertTeam({ store }: Pick<BackendDeps, 'store'>, agent: Agent, team: TeamId): Promise<void> {
  if (listTeams(agent).includes(team)) return;
  const { teams } = await store.people.loadDirectory();
  if (teams.some(({ id }) => id === team)) return;
  throw new AppError('invalid-input', { fields: [{ path: 'team', message: 'unknown' }] });
}

const toApiKey = ({ id, name, team, scopes, createdAt, createdBy, lastUsedOn }: KeyRecord): ApiKey => ({
  id,
  name,
  team,
  scopes,
  createdAt: toInstant(createdAt),
  createdBy,
  lastUsedOn,
});
