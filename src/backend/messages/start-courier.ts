/**
 * Wakes and delivers for as long as the host lives: at once when it is told that something was written, and every few seconds anyway.
 * It measures its pauses, not the time of day, so a clock that jumps neither stops it nor makes it run.
 */
import { type DeliveryDeps, deliverDue } from '#backend/messages/deliver-due.ts';
import { wakeDue, type WakeDeps } from '#backend/messages/wake-due.ts';

export type Courier = {
  /** There is something to do. */
  nudge: () => void;
  /** Begins nothing any more, and settles when what was begun is done. */
  stop: () => Promise<void>;
};

export function startCourier(deps: DeliveryDeps & WakeDeps, { pause = 5_000 } = {}): Courier {
  const state = { isStopped: false, nudged: Promise.withResolvers<void>() };

  const work = async (): Promise<number> => {
    try {
      return (await wakeDue(deps)) + (await deliverDue(deps));
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
    stop: () => {
      state.isStopped = true;
      state.nudged.resolve();
      return running;
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
