/**
 * The session's server data in the query cache: the entry as it was at entry (policy stays the same during the visit), and the
 * session as it is now. Every completing endpoint's answer and every live event goes through `applySession`.
 */
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import type { AgentActivity, OpenEntry } from '#contract/entry.ts';
import type { Policy } from '#contract/policy.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import { isActionable } from '#domain/auto-open-queue.ts';

const openEntryKey = ['open-entry'] as const;
const sessionKey = ['session'] as const;
const agentActivityKey = ['agent-activity'] as const;

/** Fills the cache from an entry that was let in. Called once a visit, before any screen is drawn. */
export function admitEntry(client: QueryClient, entry: OpenEntry): void {
  client.setQueryData(openEntryKey, entry);
  client.setQueryData(agentActivityKey, entry.agentActivity);
  applySession(client, entry.session);
}

/** Keeps the newer of what is known and what arrived: answers and live events may overtake each other. */
export function applySession(client: QueryClient, session: Session): void {
  client.setQueryData<Session>(sessionKey, (known) => (known && known.seq > session.seq ? known : session));
}

export const applyAgentActivity = (client: QueryClient, activity: AgentActivity): void => {
  client.setQueryData(agentActivityKey, activity);
};

/** Data that only ever is put in, never fetched. */
const keptQuery = <Data>(queryKey: readonly [string]) =>
  queryOptions<Data>({
    queryKey,
    queryFn: () => Promise.reject(new Error(`Failed to read ${queryKey[0]}: nobody entered yet.`)),
    staleTime: 'static',
    gcTime: Infinity,
  });

function useKept<Data>(queryKey: readonly [string]): Data {
  const { data } = useQuery({ ...keptQuery<Data>(queryKey), enabled: false });
  if (data === undefined) throw new Error(`Failed to read ${queryKey[0]}: nobody entered yet.`);
  return data;
}

export const useSession = (): Session => useKept<Session>(sessionKey);
export const useOpenEntry = (): OpenEntry => useKept<OpenEntry>(openEntryKey);
export const usePolicy = (): Policy => useOpenEntry().policy;
export const useAgentActivity = (): AgentActivity => useKept<AgentActivity>(agentActivityKey);

export const readOpenEntry = (client: QueryClient): OpenEntry | undefined =>
  client.getQueryData<OpenEntry>(openEntryKey);

export const readSession = (client: QueryClient): Session | undefined => client.getQueryData<Session>(sessionKey);

/** Nothing is left for this participant to do about it: finished here or elsewhere, withdrawn. False while nothing says so. */
export function isFinished(client: QueryClient, id: InteractionId): boolean {
  const { interactions = [], parts = [] } = readSession(client) ?? {};
  const interaction = [...interactions, ...parts.map(({ task }) => task)].find((one) => one.id === id);
  return interaction !== undefined && !isActionable(interaction);
}

export function useApplySession(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    applySession(client, session);
  };
}
