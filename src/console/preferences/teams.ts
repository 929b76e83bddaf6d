import { useQuery } from '@tanstack/react-query';

import type { TeamId } from '#contract/ids.ts';
import { mayDo } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { teamsQuery } from '#console/shared/office-queries.ts';

type Team = { id: TeamId; name: string };

/** Teams whose settings this person may change: their own first, then all that the business has. */
export function useTeams(): readonly Team[] {
  const client = useConsole();
  const { me } = client;
  const { data: known = [] } = useQuery(teamsQuery(client));
  const all = new Map([...me.teams, ...known].map((team) => [team.id, team]));
  return [...all.values()].filter(({ id }) => mayDo(me, 'save-team-settings', { agent: null, team: id }));
}

export const useTeamName = (id: TeamId): string => useTeams().find((team) => team.id === id)?.name ?? id;
