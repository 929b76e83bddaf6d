/** /api/agent/teams */
import * as z from 'zod/mini';

import { listTeams, saveTeam } from '#contract/endpoints/people.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { mayDo } from '#domain/rights.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { changeDirectory } from '#backend/people/change-directory.ts';

const paramsSchema = z.object({ teamId: teamIdSchema });

export const listTeamsRoute = agentRoute(listTeams, async ({ deps, agent }) => {
  const { teams } = await deps.store.people.loadDirectory();
  return { teams: teams.filter(({ id }) => mayDo(agent, 'see-people', { agent: null, team: id })) };
});

export const saveTeamRoute = agentInputRoute(saveTeam, async ({ deps, params, input }) => {
  const team = { id: parseInput(paramsSchema, params).teamId, name: input.name };
  await changeDirectory(deps, () => ({ teams: [team] }));
  return team;
});
