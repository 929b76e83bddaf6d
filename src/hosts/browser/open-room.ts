/** The room in this page, and how to enter it anew. */
import type { bootRoom as BootRoom } from '#room/app/boot.tsx';

export type OpenedRoom = {
  /** As if the link had just been tapped. `path`: the link's, or another one's. */
  enterAnew: (path?: string) => void;
};

export function openRoom(bootRoom: typeof BootRoom, container: HTMLElement, isKept: boolean): OpenedRoom {
  let leave = bootRoom({ container });
  return {
    enterAnew(path = location.pathname.split('/').slice(0, 3).join('/')) {
      const address = path + location.search;
      if (isKept) {
        location.assign(address);
        return;
      }
      // Note: where nothing is kept, a page load would take the backend and everything in it along.
      leave();
      container.replaceChildren();
      history.replaceState(null, '', address);
      leave = bootRoom({ container, resumes: false });
    },
  };
}
