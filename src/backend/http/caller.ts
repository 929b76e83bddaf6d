/** Who is calling: a customer by the link's token, an agent by what the host knows. Identity travels in the request. */
import { idempotencyKeySchema, type IdempotencyKey } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import type { Action } from '#contract/rights.ts';
import { mayDo, resolveScope, type Target } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { readBearer } from '#backend/http/bearer.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { SessionRecord, StoredLink, StoredParticipant } from '#backend/session/session-record.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';

export type LinkHolder = { record: SessionRecord; link: StoredLink; participant: StoredParticipant };
/** A customer who passed every gate. */
export type Visitor = LinkHolder & { policy: Policy; access: 'full' | 'limited' };

/** The session behind the request's token. A token that nobody knows and a malformed one are alike. @throws `link-unknown` */
export async function findLinkHolder({ store }: BackendDeps, request: Request): Promise<LinkHolder> {
  const token = readBearer(request);
  if (token === null) throw new AppError('link-unknown');
  const tokenHash = await sha256Hex(token);
  const record = await store.findSessionByLink(tokenHash);
  const holder = record && resolveLinkHolder(record, tokenHash);
  if (!holder) throw new AppError('link-unknown');
  return holder;
}

/** Whose link it is in this state of the session. */
export function resolveLinkHolder(record: SessionRecord, tokenHash: string): LinkHolder | undefined {
  const link = record.links.find((known) => known.tokenHash === tokenHash);
  const participant = record.participants.find(({ id }) => id === link?.participant);
  return link && participant && { record, link, participant };
}

/** The same, past every gate. @throws `link-unknown`, `session-ended`, `link-expired`, `consent-required` */
export async function assertVisitor(deps: BackendDeps, request: Request): Promise<Visitor> {
  const holder = await findLinkHolder(deps, request);
  const { policy, gate } = await resolveRecordGate(deps, holder, 'visiting');
  switch (gate.kind) {
    case 'cannot-enter':
      throw new AppError(gate.code);
    case 'consent':
      throw new AppError('consent-required');
    case 'open':
      return { ...holder, policy, access: gate.access };
  }
}

/** Who signed in, if theirs is a role that may do this to anything at all. @throws `not-signed-in`, `not-allowed` */
export async function assertAgent(deps: BackendDeps, request: Request, action: Action): Promise<Agent> {
  const agent = await deps.authenticateAgent(request);
  if (!agent) throw new AppError('not-signed-in');
  if (resolveScope(agent, action) === null) throw new AppError('not-allowed');
  return agent;
}

/** @throws `not-allowed` */
export function assertMay(agent: Agent, action: Action, target: Target): void {
  if (!mayDo(agent, action, target)) throw new AppError('not-allowed');
}

/** A session that is not theirs is as unknown as one that never was. @throws `not-found` */
export const createSessionGuard =
  (agent: Agent, action: 'see-sessions' | 'steer-session' | 'reassign-session') =>
  (record: SessionRecord): void => {
    if (!mayDo(agent, action, { agent: record.agent?.id ?? null, team: record.team })) throw new AppError('not-found');
  };

/** The client's key of this write. @throws `invalid-input` when it is missing or malformed. */
export function readKey(request: Request): IdempotencyKey {
  const result = idempotencyKeySchema.safeParse(request.headers.get('idempotency-key'));
  if (result.success) return result.data;
  throw new AppError('invalid-input', {
    fields: [{ path: 'Idempotency-Key', message: 'required' }],
  });
}
