import { useQuery } from '@tanstack/react-query';

import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { teamsQuery } from '#console/shared/office-queries.ts';

/** Whose settings a session may have: one's own team first, then the others that one may use. */
export function useSettingsTeams() {
  const client = useConsole();
  const { me } = client;
  const mayUseAll = resolveScope(me, 'start-session') === 'all';
  const { data: all = [] } = useQuery({ ...teamsQuery(client), enabled: mayUseAll });
  const known = all.filter(({ id }) => me.teams.every((own) => own.id !== id));
  return [...me.teams, ...known];
}
