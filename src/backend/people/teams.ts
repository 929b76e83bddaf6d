/** /api/agent/teams */
import * as z from 'zod/mini';

import { listTeams, saveTeam } from '#contract/endpoints/people.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { mayDo } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { changeDirectory } from '#backend/people/change-directory.ts';

const paramsSchema = z.object({ teamId: teamIdSchema });

export const listTeamsRoute = agentRoute(listTeams, async ({ deps, agent }) => {
  const { teams } = await deps.store.people.loadDirectory();
  return { teams: teams.filter(({ id }) => mayDo(agent, 'see-people', { agent: null, team: id })) };
});

export const saveTeamRoute = agentInputRoute(saveTeam, async ({ deps, params, input: { name, seen } }) => {
  const team = { id: parseInput(paramsSchema, params).teamId, name };
  await changeDirectory(deps, ({ teams }) => {
    const known = teams.find(({ id }) => id === team.id)?.name ?? null;
    if (known === name) return {};
    if (known !== seen) throw new AppError('team-changed');
    if (teams.some((other) => other.id !== team.id && isSameName(other.name, name)))
      throw new AppError('team-name-taken');
    return { teams: [team] };
  });
  return team;
});

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
