/** What was counted lately, in this process: so much for a key, in a window that its first count opens. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** `endsIn`: milliseconds until the window is over. */
export type Count = { used: number; endsIn: number };

/** About 20 MB. Beyond it the longest known is forgotten, so that many addresses cost no more than that. */
const maxKeys = 50_000;

export function createCounter(most = maxKeys) {
  const limiter = new RateLimiterMemory({ keyPrefix: '', points: 1, duration: 1 });
  const known = new Set<string>();

  const keep = async (key: string) => {
    known.delete(key);
    known.add(key);
    const [oldest] = known;
    if (known.size <= most || oldest === undefined) return;
    known.delete(oldest);
    await limiter.delete(oldest);
  };

  return {
    /** Null while nothing was counted. A cost of nought only looks. */
    add: async (key: string, seconds: number, cost: number): Promise<Count | null> => {
      const found = cost === 0 ? await limiter.get(key) : await limiter.penalty(key, cost, { customDuration: seconds });
      if (cost > 0) await keep(key);
      return found && { used: found.consumedPoints, endsIn: found.msBeforeNext };
    },
    /** In the place of what is known here. */
    set: async (key: string, { used, endsIn }: Count): Promise<void> => {
      await limiter.set(key, used, endsIn / 1_000);
      await keep(key);
    },
  };
}

/** Seconds until there is something left of a budget of so many points; 0 while there is. */
export const toWait = (count: Count | null, points: number): number =>
  count !== null && count.used > points ? Math.max(1, Math.ceil(count.endsIn / 1_000)) : 0;
