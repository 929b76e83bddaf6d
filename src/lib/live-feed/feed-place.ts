import type { FeedEvent } from '#lib/live-feed/read-events.ts';

/**
 * Where to go on, and what was heard before. Note: only a session event moves the place, because it closes a batch: after a
 * cut between a message and the session that follows it under the same number, resuming behind the message would
 * never bring that session.
 */
export function createFeedPlace(after: number) {
  let session = after;
  let message = after;
  return {
    resumeAt: () => session,
    /** Takes note of the event; false for one that was heard before. */
    isNews(event: FeedEvent): boolean {
      switch (event.kind) {
        case 'presence':
        case 'typing':
          return true;
        case 'message':
          if (event.seq <= message) return false;
          message = event.seq;
          return true;
        case 'session':
          if (event.seq < session) return false;
          session = event.seq;
          return true;
      }
    },
  };
}
