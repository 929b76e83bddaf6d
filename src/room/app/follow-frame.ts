import type { QueryClient } from '@tanstack/react-query';

import { isFramed } from '#lib/session-client/is-framed.ts';

/** In a frame, the page around it is told how it goes; nobody else loads what that takes. Returns how to stop. */
export function followFrame(cache: QueryClient): () => void {
  if (!isFramed()) return () => undefined;
  let isStopped = false;
  let stop = () => {
    isStopped = true;
  };
  import('#room/embedding/tell-host-page.ts')
    .then(({ tellHostPage }) => {
      if (!isStopped) stop = tellHostPage(cache);
    })
    // Note: the room works without.
    .catch(() => undefined);
  return () => stop();
}
