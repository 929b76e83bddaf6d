/** Counts calls in this process: forgotten when it stops, and not shared with another. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { CallLimits } from '#backend/http/call-limits.ts';
import { addressHeader } from '#hosts/node/http/client-address.ts';

/** About 20 MB. Beyond it the longest known is forgotten, so that many addresses cost no more than that. */
const maxKeys = 50_000;

export function createMemoryLimits(most = maxKeys): CallLimits {
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
    addressOf: ({ headers }) => headers.get(addressHeader) ?? 'unknown',
    count: async (key, { points, seconds }, cost) => {
      const used = cost === 0 ? await limiter.get(key) : await limiter.penalty(key, cost, { customDuration: seconds });
      if (cost > 0) await keep(key);
      return used !== null && used.consumedPoints > points ? Math.max(1, Math.ceil(used.msBeforeNext / 1_000)) : 0;
    },
  };
}
