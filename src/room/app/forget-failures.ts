import type { QueryClient } from '@tanstack/react-query';

/**
 * What failed is asked for again the next time it is needed. Without this a screen would throw a remembered failure at once, also one
 * that only a fetch ahead met. What is on screen now keeps its own way to retry.
 */
export const forgetFailures = (cache: QueryClient): void => {
  cache.removeQueries({ type: 'inactive', predicate: ({ state }) => state.status === 'error' });
};
