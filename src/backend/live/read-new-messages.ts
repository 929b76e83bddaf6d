/** What was written since, for a live feed that then tells the session it belongs to. */
import type { SessionId } from '#contract/ids.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { projectMessage } from '#backend/session/project-session.ts';

/** Entries of the log that wait in memory for a reader who has stopped in the middle: a few, because each may be 16 kB and readers are many. */
const pageSize = 20;

type MessageEvent = Extract<LiveEvent, { kind: 'message' }>;

/**
 * Note: the log is read up to the state that was loaded (`seq`) and no further. A message committed meanwhile comes with the next signal,
 * together with the session it belongs to; otherwise that state would count as sent and never be.
 */
export async function* readNewMessages(
  { store }: Pick<BackendDeps, 'store'>,
  id: SessionId,
  { after, seq }: { after: number; seq: number },
): AsyncGenerator<MessageEvent, void> {
  for (let last = after; last < seq;) {
    const entries = await store.readLog(id, last, Math.min(pageSize, seq - last));
    if (entries.length === 0) throw new Error(`Failed to read the log of ${id} after ${last}: it ends too early.`);
    for (const entry of entries) {
      const message = projectMessage(entry);
      if (message) yield { kind: 'message', seq: entry.seq, message };
      last = entry.seq;
    }
  }
}
