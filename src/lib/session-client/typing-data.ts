/** Who on the other side is writing at this moment, for whoever shows the chat. */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';

const typingQuery = queryOptions<string | null>({
  queryKey: ['typing'],
  queryFn: () => Promise.resolve(null),
  initialData: null,
  staleTime: 'static',
  gcTime: Infinity,
});

/** Their name; null = nobody. */
export const useTyping = (): string | null => useQuery({ ...typingQuery, enabled: false }).data;

export const setTyping = (cache: QueryClient, name: string | null): void => {
  cache.setQueryData(typingQuery.queryKey, name);
};
