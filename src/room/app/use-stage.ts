import { useLocation } from 'react-router';

import { useText } from '#lib/i18n/text.tsx';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';
import { useVisit } from '#room/journey/journey-context.tsx';
import { isPaymentReturn, parseInteractionId } from '#room/journey/paths.ts';
import { resolvePlace } from '#room/journey/resolve-place.ts';
import { resolveStage, type Stage } from '#room/journey/resolve-stage.ts';

/** Where the customer stands now: the entry, the session as it is, this visit, and the address. */
export function useStage(): Stage {
  const entry = useOpenEntry();
  const session = useSession();
  const { pathname } = useLocation();
  // Note: nothing opens over the page that asks how a payment went.
  const mode = useVisit((state) => (isPaymentReturn(pathname) ? 'room' : state.mode));
  const skipped = useVisit((state) => state.skipped);
  return resolveStage({ ...entry, session }, { mode, skipped }, parseInteractionId(pathname));
}

/** "2 of 4 · Sign your agreement" while one leads to the next; the title alone when the customer opened it. */
export function usePlace(stage: Stage): string {
  const text = useText();
  const { policy } = useOpenEntry();
  const { interactions } = useSession();
  const mode = useVisit((state) => state.mode);
  const place = resolvePlace(stage, { policy, interactions, mode });
  if (place.kind === 'room') return text('journey.room-title');
  return place.progress ? text('journey.place', { ...place.progress, title: place.title }) : place.title;
}
