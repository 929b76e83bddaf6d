/** Counts calls in this process: forgotten when it stops, and not shared with another. */
import type { CallLimits } from '#backend/http/call-limits.ts';
import { addressHeader } from '#hosts/node/http/client-address.ts';
import { createCounter, toWait } from '#hosts/node/limits/counter.ts';

export const addressOf: CallLimits['addressOf'] = ({ headers }) => headers.get(addressHeader) ?? 'unknown';

export function createMemoryLimits(most?: number): CallLimits {
  const counter = createCounter(most);
  return {
    addressOf,
    count: async (key, { points, seconds }, cost) => toWait(await counter.add(key, seconds, cost), points),
  };
}
