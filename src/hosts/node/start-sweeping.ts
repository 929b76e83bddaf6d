/** Takes away now and then what requests that died left behind (`backend/store/sweep-abandoned.ts`). */
import type { BackendDeps } from '#backend/deps.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import type { Log } from '#hosts/node/log.ts';

/** Milliseconds: longer than any request takes. */
const interval = 15 * 60_000;

/** Gives how to stop it. */
export function startSweeping(deps: Pick<BackendDeps, 'store' | 'blobs'>, log: Log): () => void {
  const sweep = createSweeper(deps);
  const run = () =>
    void sweep().then(
      (abandoned) => {
        if (abandoned > 0) log.host('swept', { abandoned });
      },
      // Note: storage that is out is said by every request; the next time it is tried again.
      () => log.host('not swept'),
    );
  const timer = setInterval(run, interval).unref();
  return () => clearInterval(timer);
}
