import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';

import { listPeople, listTeams } from '#contract/endpoints/people.ts';
import type { Person, teamSchema } from '#contract/person.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import { officeKey } from '#console/shared/office-queries.ts';

export type Team = z.infer<typeof teamSchema>;
export type Office = { people: readonly Person[]; teams: readonly Team[] };

/** People and teams as far as the role sees them, by name. */
export const officeQuery = ({ ask }: Pick<ConsoleClient, 'ask'>) =>
  queryOptions({
    queryKey: [...officeKey, 'all'],
    queryFn: async ({ signal }): Promise<Office> => {
      const [{ people }, { teams }] = await Promise.all([
        ask(listPeople, null, { signal }),
        ask(listTeams, null, { signal }),
      ]);
      return { people: people.toSorted(byName), teams: teams.toSorted(byName) };
    },
  });

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);

/** A team that the role does not see has no name here. */
export const nameTeam = (teams: readonly Team[], id: Team['id']): string =>
  teams.find((team) => team.id === id)?.name ?? id;
