/** POST /api/agent/sessions: a new session with its customer, their link, and the invitation if the policy lets one go out. */
import { startSession } from '#contract/endpoints/agent.ts';
import type { StartSessionInput } from '#contract/agent.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { draftSession, type SessionStart } from '#backend/agent/draft-session.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertMay, readKey } from '#backend/http/caller.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { VersionConflictError } from '#backend/store/store.ts';

export const startSessionRoute = agentInputRoute(startSession, async ({ deps, agent, request, input }) => {
  assertMay(agent, startSession.action, { agent: null, team: input.team });
  const key = readKey(request);
  const policy = await resolveRecordPolicy(deps, input);
  assertReachable(input, policy);
  const start: SessionStart = {
    // Note: made from the key, so that the same request, sent twice or at once, cannot start two sessions.
    id: sessionIdSchema.parse(await deriveId(agent.id, key)),
    applied: { key, intent: `start-session:${await sha256Hex(JSON.stringify(input))}` },
    agent,
    policy,
    input,
  };
  const { url, commit } = await draftSession(deps, start);
  try {
    await deps.store.commitSession(commit);
    const { id, interactions } = commit.record;
    return { sessionId: id, url, interactions: interactions.map((interaction) => interaction.id) };
  } catch (error) {
    if (error instanceof VersionConflictError) return answerAgain(deps, start);
    throw error;
  }
});

/**
 * The session was started by this very request before: nothing is sent again, and it answers with what was started. The link is
 * another one to the same session: the first one's token was never kept, so it cannot be told twice. @throws `key-reused`
 */
async function answerAgain(deps: BackendDeps, { id, applied, agent, policy, input }: SessionStart) {
  const known = await deps.store.loadSession(id);
  const customer = known && findCustomer(known);
  const isSame = known?.appliedKeys.some(({ key, intent }) => key === applied.key && intent === applied.intent);
  if (!customer || !isSame) throw new AppError('key-reused');
  const { link, url } = await issueLink(deps, customer.id, linkLifetime(policy));
  const { interactions } = await changeSession(deps, {
    sessionId: id,
    actor: { kind: 'agent', name: agent.name },
    key: null,
    intent: applied.intent,
    decide: (record) => ({ record: { ...record, links: [...record.links, link] }, facts: [] }),
  });
  const started = interactions.slice(0, input.interactions.length);
  return { sessionId: id, url, interactions: started.map((interaction) => interaction.id) };
}

/** A session needs a channel that may be used and an address on it, unless the business invites by itself. */
function assertReachable({ channel, customer }: StartSessionInput, policy: Policy): void {
  if (channel === 'sms' && !policy.textMessages.value) throw new AppError('channel-not-allowed');
  if (policy.embeddedSession.value) return;
  if (channel === null) throw new AppError('invalid-input', { fields: [{ path: 'channel', message: 'required' }] });
  const path = channel === 'sms' ? 'phone' : 'email';
  if (customer[path] !== null) return;
  throw new AppError('invalid-input', { fields: [{ path: `customer.${path}`, message: 'required' }] });
}
