import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { longestRetryDelay, resolveRetryDelay } from '#domain/delivery-retry.ts';

const hour = 60 * 60 * 1_000;
const allDelays = (chance: number): number[] => {
  const delays: number[] = [];
  for (let delay = resolveRetryDelay(1, chance); delay !== null; delay = resolveRetryDelay(delays.length + 1, chance)) {
    delays.push(delay);
  }
  return delays;
};

describe('A message that cannot be delivered', () => {
  it('is tried again soon, then less and less often, and given up after about two days', () => {
    const delays = allDelays(0.5);
    expect(delays.slice(0, 6)).toEqual([30_000, 120_000, 480_000, 1_920_000, 7_680_000, 6 * hour]);
    const total = delays.reduce((sum, delay) => sum + delay, 0) / hour;
    expect(total).toBeGreaterThan(36);
    expect(total).toBeLessThan(60);
  });

  it('is not tried together with everything else that failed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
        const delay = resolveRetryDelay(tries, chance) ?? 0;
        const middle = resolveRetryDelay(tries, 0.5) ?? 0;
        expect(delay).toBeGreaterThanOrEqual(middle * 0.8);
        expect(delay).toBeLessThanOrEqual(Math.min(middle * 1.2, longestRetryDelay));
      }),
    );
    expect(resolveRetryDelay(1, 0)).not.toBe(resolveRetryDelay(1, 1));
  });
});
