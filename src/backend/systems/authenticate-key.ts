/** Which system of the business comes with a request's bearer. Hosts put it into `authenticateAgent`, beside whom else they know. */
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { readBearer } from '#backend/http/bearer.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';

/** Of every key: so that whoever finds one knows what it is, and nobody else's credential is looked for among them. */
export const keyPrefix = 'key_';

/** Null: nobody knows it, or it was revoked. */
export async function authenticateKey(
  { store, now }: Pick<BackendDeps, 'store' | 'now'>,
  request: Request,
): Promise<Agent | null> {
  const token = readBearer(request);
  if (!token?.startsWith(keyPrefix)) return null;
  const key = await store.systems.findKey(await sha256Hex(token));
  if (!key) return null;
  const { id, name, team, scopes } = key;
  const today = toInstant(now()).slice(0, 10);
  if (key.lastUsedOn !== today) await store.systems.noteKeyUse(id, today);
  return { id, name, team, otherTeams: [], role: 'key', scopes };
}
