/** One agent who starts sessions through two processes at the same moment: what the store promises, on a real database and over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StartedSession } from '#contract/agent.ts';
import { endSession, startSession } from '#contract/endpoints/agent.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { callerOf, startTwoHosts, type TwoHosts } from '#tests/hosts/node/postgres/two-hosts.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import { operatorTeam, operatorToken } from '#tests/support/start-node-host.ts';
import { buildSessionInput } from '#tests/support/start-session.ts';

let hosts: TwoHosts;

beforeAll(async () => {
  hosts = await startTwoHosts();
});
afterAll(() => hosts.stop());

/** Four requests at once, every other one through the other process. */
async function raceStarts(email: string, settings: SettingsLevel) {
  const input = {
    ...buildSessionInput({ settings, interactions: [buildPayment()] }),
    team: operatorTeam,
    customer: { name: 'Maya', email, phone: null },
  };
  const answers = await Promise.all(
    [hosts.one, hosts.other, hosts.one, hosts.other].map((origin) =>
      callerOf(origin, operatorToken)(startSession, { input }),
    ),
  );
  const started: StartedSession[] = [];
  for (const answer of answers) if (answer.ok) started.push(startSession.output.parse(await answer.json()));
  return { started, refused: answers.filter(({ status }) => status === 409).length };
}

const end = (sessionId: string) => callerOf(hosts.one, operatorToken)(endSession, { params: { sessionId } });

describe('Two processes that start sessions at once', () => {
  it('start one, where an agent may have a single one', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const { started, refused } = await raceStarts(`single-${round}@example.com`, { singleActiveSession: true });
      expect([started.length, refused]).toEqual([1, 3]);
      for (const { sessionId } of started) await end(sessionId);
    }
  });

  it('start one with each customer who is to find the earlier one, and put everything into it', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const { started, refused } = await raceStarts(`again-${round}@example.com`, { reengagement: 'continue' });
      expect(refused).toBe(0);
      expect(new Set(started.map(({ sessionId }) => sessionId)).size).toBe(1);
      expect(started.filter(({ engagement }) => engagement === 'new')).toHaveLength(1);
      const [first] = started;
      if (!first) throw new Error('Nothing was started.');
      expect((await hosts.readStored(first.sessionId)).record.interactions).toHaveLength(4);
    }
  });
});
