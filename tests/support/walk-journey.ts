/**
 * A customer's visit without a page: what the room does with `resolveStage`, and nothing else. The address follows the stage; having
 * reached the room the visit stays there; only the customer starts, goes back or finishes later.
 */
import type { Entry, OpenEntry } from '#contract/entry.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { Interaction, InteractionStatus } from '#contract/interaction.ts';
import { resolveStage, type Stage, type Visit } from '#room/journey/resolve-stage.ts';

const newVisit: Visit = { mode: 'guided', skipped: [] };

export function walkJourney(first: Entry) {
  let entry = first;
  let visit = newVisit;
  let at: InteractionId | null = null;
  /** What opened without the customer asking for it, in order. */
  let openedByItself: InteractionId[] = [];

  const settle = (isCustomersMove: boolean): Stage => {
    const before = at;
    const stage = resolveStage(entry, visit, at);
    if (stage.kind === 'interaction') at = stage.interaction.id;
    if (stage.kind === 'room') {
      at = null;
      visit = { ...visit, mode: 'room' };
    }
    if (at !== null && at !== before && !isCustomersMove) openedByItself.push(at);
    return stage;
  };
  const change = (next: (open: OpenEntry) => OpenEntry) => {
    if (entry.kind === 'open') entry = next(entry);
    return settle(false);
  };
  const setInteractions = (next: (interactions: readonly Interaction[]) => Interaction[]) =>
    change((open) => ({
      ...open,
      session: { ...open.session, interactions: next(open.session.interactions) },
    }));

  settle(false);
  return {
    stage: () => resolveStage(entry, visit, at),
    at: () => at,
    mode: () => visit.mode,
    skipped: () => visit.skipped,
    openedByItself: () => openedByItself,
    interactions: () => (entry.kind === 'open' ? entry.session.interactions : []),

    add: (interaction: Interaction) => setInteractions((list) => [...list, interaction]),
    setStatus: (id: string | null, status: InteractionStatus) =>
      setInteractions((list) => list.map((item) => (item.id === id ? { ...item, status } : item))),
    end: (access: 'full' | 'limited') =>
      change((open) => ({ ...open, session: { ...open.session, state: 'ended', access } })),

    start(id: InteractionId) {
      visit = { ...visit, skipped: visit.skipped.filter((other) => other !== id) };
      at = id;
      return settle(true);
    },
    /** "Finish later", and Back out of an interaction. */
    goToRoom() {
      visit = { ...visit, mode: 'room' };
      at = null;
      return settle(true);
    },
    /** "Go on without it". */
    skip() {
      if (at !== null) visit = { ...visit, skipped: [...visit.skipped, at] };
      return settle(false);
    },
    /** The page is loaded again; this tab remembers the visit and the address. */
    reload: (fresh: Entry = entry) => {
      entry = fresh;
      return settle(false);
    },
    /** The link is opened anew. */
    enter(fresh: Entry = entry) {
      entry = fresh;
      visit = newVisit;
      at = null;
      openedByItself = [];
      return settle(false);
    },
  };
}
export type Journey = ReturnType<typeof walkJourney>;

/** `room`, `consent`, `inside a`, `link-expired`: for reading in a test. */
export const nameStage = (stage: Stage): string => {
  switch (stage.kind) {
    case 'interaction':
      return `inside ${stage.interaction.id}`;
    case 'cannot-enter':
      return stage.code;
    default:
      return stage.kind;
  }
};
