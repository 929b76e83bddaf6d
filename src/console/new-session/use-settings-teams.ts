import { useQuery } from '@tanstack/react-query';

import { listTeams } from '#contract/endpoints/people.ts';
import { resolveScope } from '#domain/rights.ts';
import { useConsole } from '#console/client/console-client.tsx';

/** Whose settings a session may have: one's own team first, then the others that one may use. */
export function useSettingsTeams() {
  const { ask, me } = useConsole();
  const mayUseAll = resolveScope(me, 'start-session') === 'all';
  const { data } = useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => ask(listTeams, null, { signal }),
    enabled: mayUseAll,
  });
  const known = data?.teams.filter(({ id }) => me.teams.every((own) => own.id !== id)) ?? [];
  return [...me.teams, ...known];
}
