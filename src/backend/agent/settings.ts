/** PUT /api/agent/presence and /api/agent/settings/…: what the console keeps up to date. */
import { saveSystemSettings, saveTeamSettings, setPresence } from '#contract/endpoints/agent.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { changeSettings, replaceWith } from '#backend/settings/change-settings.ts';
import { teamOf } from '#backend/settings/preferences.ts';

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
  await changeSettings(deps, { agent, place: { level: 'system', team: agent.team } }, replaceWith(input));
  return undefined;
});

export const saveTeamSettingsRoute = agentInputRoute(saveTeamSettings, async ({ deps, agent, params, input }) => {
  await changeSettings(deps, { agent, place: teamOf(agent, params) }, replaceWith(input));
  return undefined;
});
