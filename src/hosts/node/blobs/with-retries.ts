/** Tries again what another machine failed to do, a little later each time, while whoever asked still waits. */
import { setTimeout as wait } from 'node:timers/promises';

type Options = {
  /** Whether the same request may well succeed in a moment. */
  isPassing: (error: unknown) => boolean;
  /** Milliseconds after which no further attempt is begun. */
  patience: number;
};

const maxAttempts = 5;
/** Of the patience: how long before the second attempt; each later one waits three times as long. */
const firstPause = 0.01;

/** @throws what the last attempt threw. */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { isPassing, patience }: Options,
): Promise<Result> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLate = performance.now() - startedAt >= patience;
      if (attempt === maxAttempts || isLate || !isPassing(error)) throw error;
    }
    // Note: many that failed at once must not come back at once.
    await wait(patience * firstPause * 3 ** (attempt - 1) * (0.5 + Math.random()));
  }
}
