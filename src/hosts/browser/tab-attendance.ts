/**
 * Who is there in any tab, told by locks: they fall with the tab, however it ends, and leave nothing behind. Where there are no
 * locks there is no second tab to share with either, and this tab's own count is all there is.
 */
import type { ParticipantId } from '#contract/ids.ts';
import { createAttendance } from '#backend/store/attendance.ts';
import type { Store } from '#backend/store/store.ts';

export function createTabAttendance(database: string): Pick<Store, 'attend' | 'isThere'> {
  const here = createAttendance();
  const nameOf = (participant: ParticipantId) => `${database}:there:${participant}`;
  return {
    attend(participant) {
      const leaveHere = here.attend(participant);
      const left = Promise.withResolvers<void>();
      if ('locks' in navigator) {
        void navigator.locks
          .request(nameOf(participant), { mode: 'shared' }, () => left.promise)
          .catch(() => undefined);
      }
      return () => {
        leaveHere();
        left.resolve();
      };
    },
    async isThere(participant) {
      if (here.isThere(participant) || !('locks' in navigator)) return here.isThere(participant);
      const { held = [] } = await navigator.locks.query().catch(() => ({ held: [] }));
      return held.some(({ name }) => name === nameOf(participant));
    },
  };
}
