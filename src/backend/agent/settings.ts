/** PUT /api/agent/presence and /api/agent/settings/…: what the console keeps up to date. */
import * as z from 'zod/mini';

import { saveSystemSettings, saveTeamSettings, setPresence } from '#contract/endpoints/agent.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { assertMay } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute } from '#backend/http/route.ts';

const paramsSchema = z.object({ teamId: teamIdSchema });

export const setPresenceRoute = agentInputRoute(setPresence, async ({ deps, agent, input }) => {
  const { connected, idleSince } = input;
  await deps.store.savePresence(agent.id, {
    connected,
    ...(idleSince !== undefined && { idleSince: Date.parse(idleSince) }),
    changedAt: deps.now(),
  });
  return undefined;
});

export const saveSystemSettingsRoute = agentInputRoute(saveSystemSettings, async ({ deps, agent, input }) => {
  await deps.store.saveSystemSettings(input, agent.team);
  return undefined;
});

export const saveTeamSettingsRoute = agentInputRoute(saveTeamSettings, async ({ deps, agent, params, input }) => {
  const { teamId } = parseInput(paramsSchema, params);
  assertMay(agent, saveTeamSettings.action, { agent: null, team: teamId });
  await deps.store.saveTeamSettings(teamId, input);
  return undefined;
});
