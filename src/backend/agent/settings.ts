/** PUT /api/agent/presence and /api/agent/settings/…: what the console keeps up to date. */
import * as z from 'zod/mini';

import { saveSystemSettings, saveTeamSettings, setPresence } from '#contract/endpoints/agent.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { assertAgent } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { inputRoute } from '#backend/http/route.ts';

const paramsSchema = z.object({ teamId: teamIdSchema });

export const setPresenceRoute = inputRoute(setPresence, async ({ deps, request, input }) => {
  const agent = await assertAgent(deps, request);
  const { connected, idleSince } = input;
  await deps.store.savePresence(agent.id, {
    connected,
    ...(idleSince !== undefined && { idleSince: Date.parse(idleSince) }),
    changedAt: deps.now(),
  });
  return undefined;
});

export const saveSystemSettingsRoute = inputRoute(saveSystemSettings, async ({ deps, request, input }) => {
  const { team } = await assertAgent(deps, request);
  await deps.store.saveSystemSettings(input, team);
  return undefined;
});

export const saveTeamSettingsRoute = inputRoute(saveTeamSettings, async ({ deps, request, params, input }) => {
  await assertAgent(deps, request);
  const { teamId } = parseInput(paramsSchema, params);
  await deps.store.saveTeamSettings(teamId, input);
  return undefined;
});
