import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';

import { listOutbox } from '#contract/endpoints/outbox.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import type { Filters } from '#console/outbox/outbox-filters.ts';

export const outboxKey = ['outbox'] as const;

/** Milliseconds: messages go out while one looks. */
const lookAgainAfter = 5_000;

export const outboxQuery = ({ ask }: Pick<ConsoleClient, 'ask'>, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey, filters],
    queryFn: ({ pageParam, signal }) =>
      ask(listOutbox, null, { query: { ...filters, ...(pageParam !== '' && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainAfter,
  });
