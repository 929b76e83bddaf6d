import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createMemoryLimits } from '#hosts/node/limits/memory-limits.ts';

const budget = { points: 2, seconds: 60 };

describe('Counting calls', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says how long until there is something left, and then there is', async () => {
    const { count } = createMemoryLimits();
    expect([await count('one', budget, 1), await count('one', budget, 1)]).toEqual([0, 0]);
    vi.advanceTimersByTime(20_000);
    expect(await count('one', budget, 1)).toBe(40);
    expect(await count('other', budget, 1)).toBe(0);
    // Note: asking in vain does not put it off.
    vi.advanceTimersByTime(39_000);
    expect(await count('one', budget, 1)).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(await count('one', budget, 1)).toBe(0);
  });

  it('only looks when nothing is to be added', async () => {
    const { count } = createMemoryLimits();
    for (let time = 0; time < 10; time += 1) expect(await count('one', budget, 0)).toBe(0);
    await count('one', budget, 3);
    expect(await count('one', budget, 0)).toBe(60);
  });

  it('keeps so many and forgets whoever was not heard of for longest', async () => {
    const { count } = createMemoryLimits(3);
    const exhausted = { points: 0, seconds: 60 };
    for (const key of ['one', 'two', 'three', 'one', 'four']) await count(key, exhausted, 1);
    const waits = await Promise.all(['one', 'two', 'three', 'four'].map((key) => count(key, exhausted, 0)));
    expect(waits.map((seconds) => seconds > 0)).toEqual([true, false, true, true]);
  });
});
