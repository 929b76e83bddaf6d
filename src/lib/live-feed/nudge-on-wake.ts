/** A feed tries at once when the device woke up, came back online, or the page is looked at again. Returns how to stop. */
import type { LiveFeed } from '#lib/live-feed/create-live-feed.ts';

export function nudgeOnWake(feed: LiveFeed): () => void {
  const nudge = () => {
    if (document.visibilityState === 'visible') feed.nudge();
  };
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', nudge, { signal });
  addEventListener('pageshow', nudge, { signal });
  document.addEventListener('visibilitychange', nudge, { signal });
  return () => listening.abort();
}
