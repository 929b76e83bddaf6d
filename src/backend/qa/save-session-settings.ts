/** PUT /api/qa/sessions/:sessionId/settings: the level that agents set only when they start a session. */
import * as z from 'zod/mini';

import { saveSessionSettings } from '#contract/endpoints/qa.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });

export const saveSessionSettingsRoute = agentInputRoute(saveSessionSettings, async ({ deps, agent, params, input }) => {
  await changeSession(deps, {
    sessionId: parseInput(paramsSchema, params).sessionId,
    actor: { kind: 'agent', name: agent.name },
    key: null,
    intent: 'save-session-settings',
    guard: createSessionGuard(agent, 'steer-session'),
    // Note: no fact; settings of the other levels are not in the log either.
    decide: (record) => ({ record: { ...record, settings: input }, facts: [] }),
  });
  return undefined;
});
