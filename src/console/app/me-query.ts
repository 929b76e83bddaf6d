import { queryOptions } from '@tanstack/react-query';

import { whoAmI } from '#contract/endpoints/people.ts';
import { type ConsoleClient, type Me, toMe } from '#console/client/console-client.tsx';
import { failureCode } from '#lib/api/failures.ts';

/** Who is signed in; null = nobody. */
export const meQuery = (client: Pick<ConsoleClient, 'ask'>) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return toMe(await client.ask(whoAmI, null, { signal }));
      } catch (error) {
        if (failureCode(error) === 'not-signed-in') return null;
        throw error;
      }
    },
  });
