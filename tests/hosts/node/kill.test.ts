import { afterAll, describe, expect, it } from 'vitest';

import { killRounds } from '#tests/support/kill/kill-rounds.ts';
import { killSpawnedHosts } from '#tests/support/spawn-node-host.ts';

/** `npm run kill` runs it longer; a run is had again with its seed. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

afterAll(killSpawnedHosts);

describe('A host that is killed while 200 customers walk the main path', () => {
  it('has everything it said was done, nothing half done, and lets everybody come to the end', async () => {
    const report = await killRounds({ rounds: 4, sessions: 200, seed });
    expect(report.disorder, `KILL_SEED=${seed}`).toEqual([]);
    expect(report.sessions).toBeGreaterThanOrEqual(200);
    expect(report.unanswered).toBeGreaterThan(20);
  }, 180_000);
});
