/**
 * POST /api/agent/sessions/:sessionId/start: what was planned begins. Everything is asked again that may have changed since: whether the
 * channel may be used, whether another session is open, whether the customer was here before.
 */
import type { StartedSession } from '#contract/agent.ts';
import { startPlannedSession } from '#contract/endpoints/agent.ts';
import { type IdempotencyKey, sessionIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { continueSession, findEarlierSession, resolveKnownBy } from '#backend/agent/continue-session.ts';
import { assertPlanned } from '#backend/agent/plan.ts';
import { tellAnotherLink, tellLink } from '#backend/agent/customer-link.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { createSessionGuard, readKey } from '#backend/http/caller.ts';
import { agentRoute } from '#backend/http/route.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import { prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';
import { listTasks } from '#backend/session/workflow-parts.ts';
import { EarlierSessionError } from '#backend/store/start-guards.ts';

const intent = 'start-planned-session';

type Planned = {
  record: SessionRecord;
  customer: StoredParticipant;
  policy: Policy;
  agent: Agent;
  key: IdempotencyKey;
};

export const startPlannedSessionRoute = agentRoute(startPlannedSession, async ({ deps, agent, request, params }) => {
  const key = readKey(request);
  const { data } = sessionIdSchema.safeParse(params['sessionId']);
  const record = data && (await deps.store.loadSession(data));
  const customer = record && findCustomer(record);
  if (!record || !customer) throw new AppError('not-found');
  createSessionGuard(agent, 'steer-session')(record);
  const policy = await resolveRecordPolicy(deps, record);
  const planned = { record, customer, policy, agent, key };
  try {
    const earlier = await findEarlier(deps, planned);
    return await (earlier ? continueInPlace(deps, planned, earlier) : start(deps, planned));
  } catch (error) {
    // Note: somebody started with this customer at the same moment, and was first.
    const earlier = error instanceof EarlierSessionError && (await findEarlier(deps, planned));
    if (earlier) return continueInPlace(deps, planned, earlier);
    throw error;
  }
});

async function findEarlier(deps: BackendDeps, { record, customer, policy, key }: Planned) {
  if (record.continuedAs) return deps.store.loadSession(record.continuedAs);
  const { agent, team, channel, state } = record;
  const contact = state === 'planned' ? resolveKnownBy(policy, { channel, customer }) : null;
  return contact ? findEarlierSession(deps, { owner: agent?.id ?? null, team, contact }, key) : undefined;
}

/** The earlier session is opened with what was planned; the planned one is over, and says where its content went. */
async function continueInPlace(deps: BackendDeps, { record, customer, agent, key }: Planned, earlier: SessionRecord) {
  const { channel, settings, interactions } = record;
  const started = await continueSession(deps, {
    earlier,
    applied: { key, intent: `${intent}:${record.id}` },
    agent,
    input: { customer, channel, settings },
    prepare: (participant) => Promise.resolve(interactions.map((one) => ({ ...one, participant }))),
  });
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    intent,
    decide: (current) => {
      assertPlanned(current);
      return {
        record: { ...current, state: 'ended', endedAt: deps.now(), interactions: [], continuedAs: earlier.id },
        facts: [{ kind: 'session-ended' }],
      };
    },
  });
  return started;
}

async function start(deps: BackendDeps, { record, customer, policy, agent, key }: Planned): Promise<StartedSession> {
  assertReachable({ channel: record.channel, customer }, policy);
  const issued = await issueLink(deps, customer.id, linkLifetime(policy));
  const letter = await prepareLetter(deps, { record, participant: customer }, policy, issued);
  const started = await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    intent,
    decide: (current) => {
      assertPlanned(current);
      assertSamePlan(current, record);
      const now = deps.now();
      const change = {
        record: { ...current, state: 'open' as const, startedAt: now, outreach: startOutreach(now) },
        facts: [{ kind: 'session-started' as const }],
        onlyOpen: policy.singleActiveSession.value,
        firstOf: resolveKnownBy(policy, { channel: record.channel, customer }),
      };
      if (letter) return withLetter(change, letter, 'invitation', now);
      return { ...change, record: { ...change.record, links: [...current.links, issued.link] } };
    },
  });
  const isStartedNow = started.links.some(({ tokenHash }) => tokenHash === issued.link.tokenHash);
  return {
    sessionId: started.id,
    engagement: 'new',
    url: isStartedNow ? tellLink(agent, policy, issued.url) : await tellAnotherLink(deps, agent, policy, started),
    interactions: listTasks(started.interactions).map(({ id }) => id),
  };
}

/** Note: who is invited, and by what, is written in the letter already. */
function assertSamePlan(current: SessionRecord, planned: SessionRecord): void {
  const toPlan = ({ channel, participants }: SessionRecord) => JSON.stringify([channel, participants]);
  if (toPlan(current) !== toPlan(planned)) throw new AppError('not-actionable');
}
