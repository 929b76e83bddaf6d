/** PUT /api/agent/activity: a console says that somebody is at it. What is not said for a while is not true any more (`domain/agent-activity.ts`). */
import { reportActivity } from '#contract/endpoints/engagement.ts';
import { noteActivity } from '#domain/agent-activity.ts';
import { agentInputRoute } from '#backend/http/route.ts';

export const reportActivityRoute = agentInputRoute(reportActivity, async ({ deps, agent, input }) => {
  const now = deps.now();
  const known = await deps.store.loadPresence(agent.id);
  const presence = noteActivity(known, { idleFor: input.idleFor * 1_000, now });
  await deps.store.savePresence(agent.id, { ...presence, changedAt: now });
  return undefined;
});
