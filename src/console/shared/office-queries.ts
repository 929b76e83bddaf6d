import { queryOptions } from '@tanstack/react-query';

import { listPeople, listTeams } from '#contract/endpoints/people.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';

type Asking = Pick<ConsoleClient, 'ask'>;

/** Of all that is known about people and teams: what one area changes, every other looks at anew. */
export const officeKey = ['office'] as const;

/** As far as the role sees them. */
export const teamsQuery = ({ ask }: Asking) =>
  queryOptions({
    queryKey: [...officeKey, 'teams'],
    queryFn: async ({ signal }) => (await ask(listTeams, null, { signal })).teams,
  });

/** As far as the role sees them. */
export const peopleQuery = ({ ask }: Asking) =>
  queryOptions({
    queryKey: [...officeKey, 'people'],
    queryFn: async ({ signal }) => (await ask(listPeople, null, { signal })).people,
  });
