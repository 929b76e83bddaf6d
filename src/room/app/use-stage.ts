import { useLocation } from 'react-router';

import { resolveProgress } from '#domain/auto-open-queue.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useOpenEntry, useSession } from '#lib/session-client/session-data.ts';
import { useVisit } from '#room/journey/journey-context.tsx';
import { parseInteractionId } from '#room/journey/paths.ts';
import { resolveStage, type Stage } from '#room/journey/resolve-stage.ts';

/** Where the customer stands now: the entry, the session as it is, this visit, and the address. */
export function useStage(): Stage {
  const entry = useOpenEntry();
  const session = useSession();
  const mode = useVisit((state) => state.mode);
  const skipped = useVisit((state) => state.skipped);
  const { pathname } = useLocation();
  return resolveStage({ ...entry, session }, { mode, skipped }, parseInteractionId(pathname));
}

/** "2 of 4 · Sign your agreement" while one leads to the next; the title alone when the customer opened it. */
export function usePlace(stage: Stage): string {
  const text = useText();
  const { policy } = useOpenEntry();
  const { interactions } = useSession();
  const mode = useVisit((state) => state.mode);
  if (stage.kind !== 'interaction') return text('journey.room-title');
  const { title } = stage.interaction;
  const { position, total } = resolveProgress(interactions, stage.interaction);
  const isSequence = policy.autoOpen.value && mode === 'guided' && total > 1;
  return isSequence ? text('journey.place', { position, total, title }) : title;
}
