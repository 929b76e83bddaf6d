import { queryOptions } from '@tanstack/react-query';

import { getStartTerms } from '#contract/endpoints/agent.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';

/** What holds for a session with the settings of this team. Looked at again whenever somebody comes back to the page. */
export const startTermsQuery = ({ ask }: Pick<ConsoleClient, 'ask'>, teamId: string) =>
  queryOptions({
    queryKey: ['start-terms', teamId],
    queryFn: ({ signal }) => ask(getStartTerms, null, { params: { teamId }, signal }),
    staleTime: 0,
  });
