/** PUT /api/qa/sessions/:sessionId/settings: the level that agents set only when they start a session. */
import * as z from 'zod/mini';

import { saveSessionSettings } from '#contract/endpoints/qa.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { assertAgent } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { inputRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });

export const saveSessionSettingsRoute = inputRoute(saveSessionSettings, async ({ deps, request, params, input }) => {
  const agent = await assertAgent(deps, request);
  await changeSession(deps, {
    sessionId: parseInput(paramsSchema, params).sessionId,
    actor: { kind: 'agent', name: agent.name },
    key: null,
    intent: 'save-session-settings',
    // Note: no fact; settings of the other levels are not in the log either.
    decide: (record) => ({ record: { ...record, settings: input }, facts: [] }),
  });
  return undefined;
});
