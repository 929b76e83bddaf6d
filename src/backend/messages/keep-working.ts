/**
 * Does one kind of work for as long as the host lives: at once when it is told that there is something to do, and every few seconds anyway.
 * It measures its pauses, not the time of day, so a clock that jumps neither stops it nor makes it run.
 */
export type Worker = {
  /** There is something to do. */
  nudge: () => void;
  /** Begins nothing any more; what was begun is finished, or given up after a while. */
  stop: () => Promise<void>;
};

/** Milliseconds that a stopping worker leaves to what is being done. */
const grace = 8_000;

type Options = { pause: number; onTrouble: (error: unknown) => void };

/** `work` gives how much there was to do; it hurries when the signal says so. */
export function keepWorking(work: (hurry: AbortSignal) => Promise<number>, { pause, onTrouble }: Options): Worker {
  const hurry = new AbortController();
  const state = { isStopped: false, nudged: Promise.withResolvers<void>() };

  const workOnce = async (): Promise<number> => {
    try {
      return await work(hurry.signal);
    } catch (error) {
      onTrouble(error);
      return 0;
    }
  };
  const run = async (): Promise<void> => {
    while (!state.isStopped) {
      // Note: before the work, because what comes while it works is looked at before it rests.
      state.nudged = Promise.withResolvers();
      if ((await workOnce()) === 0) await within(pause, state.nudged.promise);
    }
  };
  const running = run();

  return {
    nudge: () => state.nudged.resolve(),
    stop: async () => {
      state.isStopped = true;
      state.nudged.resolve();
      const timer = setTimeout(() => hurry.abort(), grace);
      await running;
      clearTimeout(timer);
    },
  };
}

const within = (milliseconds: number, news: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void news.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
