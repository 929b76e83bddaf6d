/** Keeps the address in step with the stage: the one place where the room navigates by itself. */
import { useLayoutEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { useJourney } from '#room/journey/journey-context.tsx';
import { readPosition, resolveMove } from '#room/journey/journey-history.ts';
import { isPaymentReturn, parseInteractionId, placePath } from '#room/journey/paths.ts';
import { currentInteractionId, type Stage } from '#room/journey/resolve-stage.ts';

export function useFollowStage(stage: Stage): void {
  const { token, visit, history } = useJourney();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isRoom = stage.kind === 'room' && !isPaymentReturn(pathname);
  const id = currentInteractionId(stage);
  const isFollowed = isRoom || id !== null;

  useLayoutEffect(() => {
    // Note: having reached the room, the customer stays there; what an agent adds later does not pull them in.
    if (isRoom) visit.getState().stayInRoom();
  }, [isRoom, visit]);

  useLayoutEffect(() => {
    if (!isFollowed || parseInteractionId(pathname) === id) return;
    const to = placePath(token, id);
    const move = resolveMove(to, id === null, readPosition());
    if (move.kind === 'back') history.goBack(move.by);
    else void navigate(move.to, { replace: move.kind === 'replace' });
  }, [isFollowed, id, pathname, token, history, navigate]);
}
