import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

import { listSessions } from '#contract/endpoints/people.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import type { Filters } from '#console/sessions/session-filters.ts';

/** Milliseconds: a list that is looked at while others work. */
const lookAgainAfter = 10_000;

export const sessionListQuery = ({ ask }: Pick<ConsoleClient, 'ask'>, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      ask(listSessions, null, { query: { ...filters, ...(pageParam !== '' && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainAfter,
  });
