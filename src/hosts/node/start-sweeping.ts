/** Takes away now and then what requests that died left behind (`backend/store/sweep-abandoned.ts`), and old entries of the log of webhooks. */
import type { BackendDeps } from '#backend/deps.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import type { Log } from '#hosts/node/log.ts';

/** Milliseconds: longer than any request takes. */
const interval = 15 * 60_000;
/** How long it can be looked up what a webhook was told. */
const deliveriesKeptFor = 30 * 24 * 60 * 60_000;

/** Gives how to stop it. */
export function startSweeping(deps: Pick<BackendDeps, 'store' | 'blobs' | 'now'>, log: Log): () => void {
  const sweepAbandoned = createSweeper(deps);
  const sweep = async () => {
    await deps.store.systems.sweepDeliveries(deps.now() - deliveriesKeptFor);
    return sweepAbandoned();
  };
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
