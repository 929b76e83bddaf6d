/** Who is there at this moment, as far as this process knows: counted, because somebody may be there on two pages. */
import type { ParticipantId } from '#contract/ids.ts';
import { createWatchers } from '#backend/store/watchers.ts';

export function createAttendance() {
  const pages = new Map<ParticipantId, Set<object>>();
  const watchers = createWatchers<ParticipantId>();
  return {
    /** Returns how to leave. */
    attend: (participant: ParticipantId): (() => void) => {
      const page = {};
      const open = pages.get(participant) ?? new Set();
      pages.set(participant, open.add(page));
      watchers.notify(participant);
      return () => {
        open.delete(page);
        if (open.size === 0 && pages.get(participant) === open) pages.delete(participant);
        watchers.notify(participant);
      };
    },
    watch: (participant: ParticipantId, onChange: () => void) => watchers.watch(participant, onChange),
    everybody: (): ParticipantId[] => [...pages.keys()],
    isThere: (participant: ParticipantId): boolean => pages.has(participant),
  };
}
