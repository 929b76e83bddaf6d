import { queryOptions } from '@tanstack/react-query';

/** The numbering plans of all countries: a chunk of its own, fetched only where a number is asked for. */
export const phoneNumbersQuery = queryOptions({
  queryKey: ['chunk', 'phone-numbers'],
  queryFn: () => import('#lib/phone/phone-number.ts'),
  staleTime: 'static',
  gcTime: Infinity,
  retry: 1,
  networkMode: 'always',
});

export type PhoneNumbers = Awaited<ReturnType<NonNullable<typeof phoneNumbersQuery.queryFn>>>;
