/** Loaded only where the room is in a frame: tells the page around it how it goes, if the policy allows that page (product.md 14, decision 035). */
import type { QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query';

import type { FrameEvent, FrameMessage } from '#contract/frame-message.ts';
import { type EntryAnswer, readEntryAnswer } from '#lib/session-client/entry-query.ts';
import { readOpenEntry, readSession } from '#lib/session-client/session-data.ts';
import { resolveFrameEvents, type Sight } from '#room/embedding/resolve-frame-events.ts';
import { resolveTargets } from '#room/embedding/resolve-targets.ts';
import { watchHeight } from '#room/embedding/watch-height.ts';
import { toFailureDetails } from '#room/entry/failure-details.tsx';
import { parsePaidId } from '#room/journey/paths.ts';

/** Returns how to fall silent. */
export function tellHostPage(cache: QueryClient): () => void {
  const paid = parsePaidId(location.pathname);
  let seen: Sight | undefined;
  let targets: string[] = [];
  let stopWatching: (() => void) | undefined;

  const tell = (event: FrameEvent) => {
    const message: FrameMessage = { source: 'session-room', version: 1, ...event };
    for (const origin of targets) window.parent.postMessage(message, origin);
  };
  const look = () => {
    const answer = readEntryAnswer(cache);
    if (!answer) return;
    const now = { answer, session: readSession(cache) };
    if (now.answer === seen?.answer && now.session === seen.session) return;
    targets = resolveTargets(listAllowed(cache, answer), {
      ancestors: readAncestors(),
      referrer: document.referrer,
    });
    resolveFrameEvents(seen, now, paid).forEach(tell);
    seen = now;
    stopWatching ??= watchHeight((height) => tell({ type: 'resize', height }));
  };

  const stopListening = cache.getQueryCache().subscribe((event) => {
    look();
    if (isShownFailure(event)) tell({ type: 'error', code: toFailureDetails(event.query.state.error).code });
  });
  look();
  return () => {
    stopListening();
    stopWatching?.();
  };
}

/** Note: a link that is not known any more says nothing of whom it was for; the visit it ends does. */
function listAllowed(cache: QueryClient, answer: EntryAnswer): readonly string[] {
  if (answer.kind === 'consent' || answer.kind === 'cannot-enter') return answer.allowedOrigins ?? [];
  return readOpenEntry(cache)?.policy.allowedOrigins.value ?? [];
}

/** Whether a screen fails by it, and says so. */
const isShownFailure = (event: QueryCacheNotifyEvent): boolean =>
  event.type === 'updated' &&
  event.action.type === 'error' &&
  event.query.state.data === undefined &&
  event.query.observers.some(({ options }) => options.throwOnError !== undefined && options.throwOnError !== false);

/** Note: not in every browser, whatever the types say. */
const readAncestors = (): readonly string[] | undefined =>
  'ancestorOrigins' in location ? [...location.ancestorOrigins] : undefined;
