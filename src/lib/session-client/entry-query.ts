/**
 * The entry as a query: asked once a visit (policy stays the same during it), asked again only by a recovery. A link that
 * nobody knows is an answer here, not a failure: it has a page of its own and trying again does not help.
 */
import { queryOptions, type QueryClient } from '@tanstack/react-query';

import { getEntry } from '#contract/endpoints/entry.ts';
import type { Entry } from '#contract/entry.ts';
import { assertOk, parseAnswer } from '#lib/api/call-endpoint.ts';
import { failureCode, NetworkError } from '#lib/api/failures.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { admitEntry, applySession, readOpenEntry } from '#lib/session-client/session-data.ts';

export type EntryAnswer = Entry | { kind: 'link-unknown' };

const entryKey = ['entry'] as const;

/** `early`: the answer to the request that `index.html` made before this code was there; used once. */
export const entryQuery = (client: SessionClient, early?: Promise<Response>) => {
  let waiting = early;
  return queryOptions<EntryAnswer>({
    queryKey: entryKey,
    queryFn: async ({ client: cache }) => {
      const first = waiting;
      waiting = undefined;
      const answer = await asAnswer(first ? readEarly(first) : client.call(getEntry, null));
      acceptEntry(cache, answer);
      return answer;
    },
    staleTime: 'static',
    gcTime: Infinity,
    retry: false,
    networkMode: 'always',
  });
};

export const readEntryAnswer = (cache: QueryClient): EntryAnswer | undefined =>
  cache.getQueryData<EntryAnswer>(entryKey);

/** Puts a newer entry in place: the answer to a decision, or to "what is true now?". */
export function replaceEntry(cache: QueryClient, answer: EntryAnswer): void {
  acceptEntry(cache, answer);
  cache.setQueryData<EntryAnswer>(entryKey, (known) =>
    known?.kind === 'open' && answer.kind === 'open' ? known : answer,
  );
}

export const asAnswer = async (entry: Promise<Entry>): Promise<EntryAnswer> =>
  entry.catch((error: unknown) => {
    if (failureCode(error) === 'link-unknown') return { kind: 'link-unknown' };
    throw error;
  });

/** The first open entry is admitted; a later one brings the session up to date and leaves the policy as it was. */
function acceptEntry(cache: QueryClient, answer: EntryAnswer): void {
  if (answer.kind !== 'open') return;
  if (readOpenEntry(cache)) applySession(cache, answer.session);
  else admitEntry(cache, answer);
}

async function readEarly(early: Promise<Response>): Promise<Entry> {
  const response = await early.catch((cause: unknown) => {
    throw new NetworkError({ cause });
  });
  await assertOk(getEntry, response);
  return parseAnswer(getEntry, response);
}
