/**
 * Whether the host can do its work now, for `/readyz`: what it stands on is tried, at most once a second however many ask, and one that
 * takes its time counts as one that fails.
 */

/** Milliseconds. */
const freshFor = 1_000;
const patience = 2_000;

/** `probe` writes where customers' work is written, and throws when that fails. */
export function createReadiness(probe: () => Promise<void>): () => Promise<boolean> {
  let running: Promise<boolean> | undefined;
  let last = { at: -Infinity, isReady: true };

  const run = async (): Promise<boolean> => {
    const isReady = await probe().then(
      () => true,
      () => false,
    );
    last = { at: performance.now(), isReady };
    running = undefined;
    return isReady;
  };

  return () => {
    if (running === undefined && performance.now() - last.at < freshFor) return Promise.resolve(last.isReady);
    running ??= run();
    return Promise.race([running, giveUp()]);
  };
}

const giveUp = (): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), patience).unref();
  });
