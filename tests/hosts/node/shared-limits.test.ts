import { describe, expect, it } from 'vitest';

import { createSharedLimits } from '#hosts/node/limits/shared-limits.ts';

describe('Counting calls with a database that is gone', () => {
  it('goes on in each process for itself, and refuses nobody for it', async () => {
    const { count } = createSharedLimits({ exchange: () => Promise.reject(new Error('The database is gone.')) });
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) waits.push(await count('one', { points: 2, seconds: 60 }, 1));
    expect(waits).toEqual([0, 0, 60, 60]);
  });
});
