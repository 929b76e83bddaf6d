/** Asking the backend what is true now: after a lost answer, a refusal, or a live feed that ended. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';

import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { ApiError } from '#lib/api/failures.ts';
import { asAnswer, replaceEntry } from '#lib/session-client/entry-query.ts';
import { type SessionClient, useSessionClient } from '#lib/session-client/session-client.tsx';
import { applySession } from '#lib/session-client/session-data.ts';

/**
 * Brings the session up to date. When the customer may not be inside any more, the entry tells why and the page follows.
 * @throws {NetworkError} and other failures that say nothing about the session.
 */
export async function refreshSession(cache: QueryClient, client: SessionClient): Promise<void> {
  try {
    applySession(cache, await client.call(getSession, null));
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status >= 500) throw error;
    replaceEntry(cache, await asAnswer(client.call(getEntry, null)));
  }
}

export function useRefreshSession(): () => Promise<void> {
  const cache = useQueryClient();
  const client = useSessionClient();
  return () => refreshSession(cache, client);
}
