/** GET /api/qa/inspection: everything about one session at once. Reads only; looking leaves no trace. */
import * as z from 'zod/mini';

import { inspectSession } from '#contract/endpoints/qa.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { explainPolicy } from '#domain/resolve-policy.ts';
import { AppError } from '#backend/app-error.ts';
import { readAgentActivity, resolveEntry } from '#backend/customer/enter.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createSessionGuard, type LinkHolder, resolveLinkHolder } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentRoute } from '#backend/http/route.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { loadLevels, resolveRecordGate } from '#backend/session/resolve-record-gate.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

const querySchema = z.union([z.object({ token: z.string() }), z.object({ session: sessionIdSchema })]);

export const inspectSessionRoute = agentRoute(inspectSession, async ({ deps, agent, request }) => {
  const query = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
  const holder = await ('token' in query ? findByToken(deps, query.token) : findById(deps, query.session));
  if (!holder) throw new AppError('not-found');
  const { record } = holder;
  createSessionGuard(agent, 'see-sessions')(record);
  const [visible, agentActivity, presence, levels, log, outbox] = await Promise.all([
    look(deps, holder),
    readAgentActivity(deps, record),
    readPresence(deps, record),
    loadLevels(deps, record),
    deps.store.readLog(record.id, 0, record.head.seq),
    deps.store.listOutbox(),
  ]);
  return {
    now: toInstant(deps.now()),
    stored: record,
    visible,
    agentActivity,
    presence,
    levels,
    policy: explainPolicy(levels),
    log,
    isLogIntact: await isLogIntact(log, record.head),
    outbox: outbox.filter(({ sessionId }) => sessionId === record.id),
  };
});

async function findByToken({ store }: BackendDeps, token: string): Promise<LinkHolder | undefined> {
  const tokenHash = await sha256Hex(token);
  const record = await store.findSessionByLink(tokenHash);
  return record && resolveLinkHolder(record, tokenHash);
}

async function findById({ store }: BackendDeps, id: SessionRecord['id']): Promise<LinkHolder | undefined> {
  const record = await store.loadSession(id);
  const newest = record?.links.at(-1);
  return record && newest && resolveLinkHolder(record, newest.tokenHash);
}

/** A revoked link is as unknown here as it is to the customer. */
async function look(deps: BackendDeps, holder: LinkHolder) {
  const { gate } = await resolveRecordGate(deps, holder, 'entering');
  const isUnknown = gate.kind === 'cannot-enter' && gate.code === 'link-unknown';
  return isUnknown ? { kind: 'link-unknown' as const } : resolveEntry(deps, holder, 'entering');
}

const readPresence = ({ store }: BackendDeps, { agent }: SessionRecord) =>
  agent &&
  store.loadPresence(agent.id).then(
    (presence) => presence ?? null,
    () => null,
  );
