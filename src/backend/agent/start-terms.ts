/** GET /api/agent/teams/:teamId/start-terms: what holds for a session that is started with the settings of a team, before it is. */
import { getStartTerms } from '#contract/endpoints/agent.ts';
import { teamIdSchema } from '#contract/ids.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { assertMay } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentRoute } from '#backend/http/route.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';

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
    openSession: policy.singleActiveSession.value ? await findOpenSession(deps, agent) : null,
  };
});

async function findOpenSession({ store }: BackendDeps, agent: Agent) {
  if (agent.role === 'key') return null;
  const [open] = await store.listSessions({ within: null, agent: agent.id, state: 'open', limit: 1 });
  return open
    ? { id: open.id, customerName: findCustomer(open)?.name ?? '', startedAt: toInstant(open.startedAt) }
    : null;
}
