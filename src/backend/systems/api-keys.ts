/** /api/agent/api-keys: what the business's systems get in with. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod/mini';

import type { ApiKey } from '#contract/api-key.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '#contract/endpoints/api-access.ts';
import { agentIdSchema, type IdempotencyKey, type TeamId } from '#contract/ids.ts';
import { listTeams } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { readKey } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { keyPrefix } from '#backend/systems/authenticate-key.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';

export const listApiKeysRoute = agentRoute(listApiKeys, async ({ deps }) => ({
  keys: (await deps.store.systems.listKeys()).map(toApiKey),
}));

/** Asked again it is the same key, told again: whoever lost the answer has the request's own key, and nobody else does (decision 036). */
export const addApiKeyRoute = agentInputRoute(addApiKey, async ({ deps, agent, request, input }) => {
  const key = readKey(request);
  await assertTeam(deps, agent, input.team);
  const seed = deps.createToken();
  const wanted: KeyRecord = {
    id: agentIdSchema.parse(await deriveId(`api-key ${agent.id}`, key)),
    name: input.name,
    team: input.team,
    scopes: [...new Set(input.scopes)],
    secretHash: await sha256Hex(toSecret(seed, key)),
    seed,
    createdAt: deps.now(),
    createdBy: agent.name,
    lastUsedOn: null,
  };
  const { systems } = deps.store;
  const known = (await systems.listKeys()).find(({ id }) => id === wanted.id);
  const stored = known ?? (await systems.addKey(wanted));
  if (stored.seed === undefined || describeKey(stored) !== describeKey(wanted)) throw new AppError('key-reused');
  return { key: toApiKey(stored), secret: toSecret(stored.seed, key) };
});

/** 256 bits. Note: neither what is stored nor the request makes it alone. */
const toSecret = (seed: string, key: IdempotencyKey): string =>
  keyPrefix + toBase64Url(hmac(sha256, encoder.encode(seed), encoder.encode(key)));

const encoder = new TextEncoder();
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const describeKey = ({ name, team, scopes }: KeyRecord): string => JSON.stringify([name, team, scopes]);

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
