/**
 * Wakes and delivers for as long as the host lives: at once when it is told that something was written, and every few seconds anyway.
 * It measures its pauses, not the time of day, so a clock that jumps neither stops it nor makes it run.
 */
import { type DeliveryDeps, deliverDue } from '#backend/messages/deliver-due.ts';
import { wakeDue, type WakeDeps } from '#backend/messages/wake-due.ts';

export type Courier = {
  /** There is something to do. */
  nudge: () => void;
  /** Begins nothing any more; what was begun is finished, or given up after a while. */
  stop: () => Promise<void>;
};

/** Milliseconds that a stopping courier leaves to what is being sent. */
const grace = 8_000;

export function startCourier(deps: Omit<DeliveryDeps, 'signal'> & WakeDeps, { pause = 5_000 } = {}): Courier {
  const hurry = new AbortController();
  const state = { isStopped: false, nudged: Promise.withResolvers<void>() };

  const work = async (): Promise<number> => {
    try {
      return (await wakeDue(deps)) + (await deliverDue({ ...deps, signal: hurry.signal }));
    } catch (error) {
      deps.onTrouble(error);
      return 0;
    }
  };
  const run = async (): Promise<void> => {
    while (!state.isStopped) {
      // Note: before the work, because what comes while it works is looked at before it rests.
      state.nudged = Promise.withResolvers();
      if ((await work()) === 0) await within(pause, state.nudged.promise);
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
