/** GET /api/agent/teams/:teamId/start-terms: what holds for a session that is started with the settings of a team, before it is. */
import { getStartTerms } from '#contract/endpoints/agent.ts';
import { type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { assertMay } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentRoute } from '#backend/http/route.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { toSessionKeys } from '#backend/session/session-query.ts';

export const getStartTermsRoute = agentRoute(getStartTerms, async ({ deps, agent, params }) => {
  const team = parseInput(teamIdSchema, params['teamId']);
  assertMay(agent, getStartTerms.action, { agent: null, team });
  const policy = await resolveRecordPolicy(deps, { team, settings: {} });
  return {
    reengagement: policy.reengagement.value,
    textMessages: policy.textMessages.value,
    embeddedSession: policy.embeddedSession.value,
    copySessionUrl: policy.copySessionUrl.value,
    singleActiveSession: policy.singleActiveSession.value,
    openSession: policy.singleActiveSession.value ? await findOpenSession(deps, agent, { team, policy }) : null,
  };
});

type Asked = { team: TeamId; policy: Policy };

async function findOpenSession({ store }: BackendDeps, agent: Agent, { team, policy }: Asked) {
  if (agent.role === 'key') return null;
  const [open, other] = await store.listSessions({ within: null, agent: agent.id, state: 'open', limit: 2 });
  if (!open) return null;
  // Note: with two of them, from before there had to be one, either is in the way of the other.
  const isContinued = policy.reengagement.value === 'continue' && open.team === team && !other;
  const { email, phone } = toSessionKeys(open);
  return {
    id: open.id,
    customerName: findCustomer(open)?.name ?? '',
    startedAt: toInstant(open.startedAt),
    continuedFor: isContinued ? { email, phone } : null,
  };
}
