/**
 * Who is there in any tab, told by locks: they fall with the tab, however it ends, and leave nothing behind. Where there are no
 * locks there is no second tab to share with either, and this tab's own count is all there is.
 */
import type { ParticipantId } from '#contract/ids.ts';
import { createAttendance } from '#backend/store/attendance.ts';
import type { Store } from '#backend/store/store.ts';
import { createWatchers } from '#backend/store/watchers.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export function createTabAttendance(
  database: string,
  channel: TabChannel,
): Pick<Store, 'attend' | 'isThere' | 'watchAttendance'> {
  const here = createAttendance();
  const locks = createWatchers<ParticipantId>();
  const nameOf = (participant: ParticipantId) => `${database}:there:${participant}`;
  channel.listen((news) => {
    if (news.kind === 'attendance') locks.notify(news.participant);
  });
  return {
    attend(participant) {
      const leaveHere = here.attend(participant);
      const left = Promise.withResolvers<void>();
      // Note: a lock is had and given back a little later than this tab says so.
      const tell = () => {
        locks.notify(participant);
        channel.tell({ kind: 'attendance', participant });
      };
      if ('locks' in navigator) {
        void navigator.locks
          .request(nameOf(participant), { mode: 'shared' }, () => {
            tell();
            return left.promise;
          })
          .then(tell, () => undefined);
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
    watchAttendance(participant, onChange) {
      const undo = [here.watch(participant, onChange), locks.watch(participant, onChange)];
      return () => undo.forEach((stop) => stop());
    },
  };
}
