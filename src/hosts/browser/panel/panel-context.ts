/** What the panel's parts share: the tools, what is known of the session now, and doing something that may fail. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';

import type { Inspection } from '#contract/qa.ts';
import type { Conditions } from '#hosts/browser/conditions.ts';
import type { PanelTools } from '#hosts/browser/panel/panel-tools.ts';

export const PanelToolsContext = createContext<PanelTools | null>(null);

export function usePanelTools(): PanelTools {
  const tools = use(PanelToolsContext);
  if (!tools) throw new Error('Failed to find the tools of the panel. Did you forget PanelToolsContext?');
  return tools;
}

const inspectionKey = ['inspection'];

/** Follows whatever happens in this and other tabs. Null: there is no session behind the link. */
export function useInspection(): { inspection: Inspection | null | undefined; problem: Error | null } {
  const tools = usePanelTools();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: inspectionKey, queryFn: tools.inspect });
  const session = data?.stored.id ?? null;

  useEffect(
    () =>
      tools.watch(session, () => {
        void queries.invalidateQueries({ queryKey: inspectionKey });
      }),
    [tools, queries, session],
  );
  return { inspection: data, problem: error };
}

/** What was just asked for shows at once, so that a switch stays where it was put. */
export function useConditions(): [Conditions, (change: Partial<Conditions>) => void, Error | null] {
  const { conditions } = usePanelTools();
  const current = useSyncExternalStore(conditions.watch, conditions.current);
  const [wanted, setWanted] = useState<Partial<Conditions> | null>(null);
  const { run, problem } = useAction();
  const change = (next: Partial<Conditions>) => {
    setWanted(next);
    run(() => conditions.change((before) => ({ ...before, ...next })), {
      onEnd: () => setWanted(null),
    });
  };
  return [{ ...current, ...wanted }, change, problem];
}

/** `onEnd`: whether it went well or not. */
type Afterwards = { onDone?: () => void; onEnd?: () => void };

/** Something QA does: says while it is on, keeps what went wrong until the next try, and looks again afterwards. */
export function useAction() {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: inspectionKey }),
  });
  return {
    run: (work: () => Promise<unknown>, { onDone, onEnd }: Afterwards = {}) =>
      mutate(work, { onSuccess: () => onDone?.(), onSettled: () => onEnd?.() }),
    isPending,
    problem: error,
  };
}
