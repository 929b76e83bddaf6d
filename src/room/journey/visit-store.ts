/**
 * The visit: what the room remembers between entry and closing the tab, one store a session. Kept in the tab's storage so that a reload
 * goes on where the customer was; opening the link anew starts a new visit.
 */
import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';

import { type InteractionId, interactionIdSchema } from '#contract/ids.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';
import type { Visit } from '#room/journey/resolve-stage.ts';

export type VisitState = Visit & {
  inactiveAgentMessageDismissed: boolean;
  /** The customer is in the room now and stays there. */
  stayInRoom: () => void;
  /** Go on without one that failed to load. */
  skip: (id: InteractionId) => void;
  /** The customer wants to try a skipped one after all. */
  unskip: (id: InteractionId) => void;
  dismissInactiveAgentMessage: () => void;
};

export type VisitStore = StoreApi<VisitState>;

const keptVisitSchema = z.object({
  mode: z.enum(['guided', 'room']),
  skipped: z.array(interactionIdSchema),
  inactiveAgentMessageDismissed: z.boolean(),
});
type KeptVisit = z.infer<typeof keptVisitSchema>;

const newVisit: KeptVisit = { mode: 'guided', skipped: [], inactiveAgentMessageDismissed: false };

/** `resumes`: the page was reloaded or come back to, so the visit that this tab kept goes on. */
export function createVisitStore(storageKey: string, resumes: boolean): VisitStore {
  const key = `visit:${storageKey}`;
  const kept = resumes ? keptVisitSchema.safeParse(visitStorage.read(key)).data : undefined;
  const store = createStore<VisitState>((set) => ({
    ...(kept ?? newVisit),
    stayInRoom: () => {
      set({ mode: 'room' });
    },
    skip: (id) => {
      set(({ skipped }) => ({ skipped: [...skipped, id] }));
    },
    unskip: (id) => {
      set(({ skipped }) => ({ skipped: skipped.filter((other) => other !== id) }));
    },
    dismissInactiveAgentMessage: () => {
      set({ inactiveAgentMessageDismissed: true });
    },
  }));
  store.subscribe(({ mode, skipped, inactiveAgentMessageDismissed }) => {
    visitStorage.write(key, { mode, skipped, inactiveAgentMessageDismissed });
  });
  return store;
}
