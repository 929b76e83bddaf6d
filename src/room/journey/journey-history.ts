/**
 * How the journey moves through the browser's history. The room lies beneath whatever is open, so Back always has one place to
 * go: automatic moves replace, customers' moves push, and leaving an interaction takes its steps out of the way
 * (product.md 5, "once, without a bounce"). Positions are React Router's own `idx`; 0 is the room this page started from.
 */
import type { QueryClient } from '@tanstack/react-query';

import { isActionable } from '#domain/auto-open-queue.ts';
import { readSession } from '#lib/session-client/session-data.ts';
import { parseInteractionId, roomPath } from '#room/journey/paths.ts';
import type { VisitStore } from '#room/journey/visit-store.ts';

export type Move = { kind: 'push' | 'replace'; to: string } | { kind: 'back'; by: number };

/** One automatic move towards `to`. After a `back` the address has changed and the next move is asked for. */
export function resolveMove(to: string, isRoom: boolean, position: number): Move {
  if (isRoom) return position === 0 ? { kind: 'replace', to } : { kind: 'back', by: position };
  if (position === 0) return { kind: 'push', to };
  return position === 1 ? { kind: 'replace', to } : { kind: 'back', by: position - 1 };
}

export const readPosition = (): number => {
  const state: unknown = history.state;
  const isRouted = typeof state === 'object' && state !== null && 'idx' in state;
  return isRouted && typeof state.idx === 'number' ? state.idx : 0;
};

/** A page opened straight inside an interaction gets the room put beneath it. Call before the router starts. */
export function layRoomBeneath(token: string): void {
  if (readPosition() > 0 || parseInteractionId(location.pathname) === null) return;
  const address = location.pathname + location.search;
  history.replaceState({ idx: 0 }, '', roomPath(token) + location.search);
  history.pushState({ idx: 1 }, '', address);
}

export type JourneyHistory = {
  /** Goes back on the journey's own account: not the customer's wish to leave. */
  goBack: (by: number) => void;
  /** Until the browser is there, its address belongs to what was left, and must not be changed. */
  isGoingBack: () => boolean;
  /** "Finish later": as if the customer had gone Back until the room. */
  leave: () => void;
  stop: () => void;
};

/**
 * Watches for the customer's Back and Forward. Going anywhere that is not an interaction they can act on means that they want
 * to be in the room. Note: listens before the router does, so the stage is decided by the time the address changes.
 */
export function watchHistory(visit: VisitStore, cache: QueryClient): JourneyHistory {
  let isOwnMove = false;
  const onPopState = () => {
    if (isOwnMove) {
      isOwnMove = false;
      return;
    }
    const at = parseInteractionId(location.pathname);
    const current = readSession(cache)?.interactions.find(({ id }) => id === at);
    if (!current || !isActionable(current)) visit.getState().stayInRoom();
  };
  addEventListener('popstate', onPopState);
  return {
    goBack: (by) => {
      isOwnMove = true;
      history.go(-by);
    },
    isGoingBack: () => isOwnMove,
    leave: () => {
      visit.getState().stayInRoom();
      history.go(-readPosition());
    },
    stop: () => {
      removeEventListener('popstate', onPopState);
    },
  };
}
