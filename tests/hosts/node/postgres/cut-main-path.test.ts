import { afterAll, describe, expect, it } from 'vitest';

import { cutRounds } from '#tests/support/kill/cut-rounds.ts';
import { killSpawnedHosts } from '#tests/support/spawn-node-host.ts';

/** The same customers and nearly the same moments come again with the seed. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

afterAll(killSpawnedHosts);

describe('Two hosts whose connections to PostgreSQL are cut while customers walk the main path', () => {
  it('have everything they said was done, nothing half done or twice, and let everybody come to the end', async () => {
    const report = await cutRounds({ sessions: 60, seed });
    expect(report.disorder, `KILL_SEED=${seed}`).toEqual([]);
    expect(report.cuts).toBeGreaterThan(50);
    expect(report.unanswered).toBeGreaterThan(10);
  }, 180_000);
});
