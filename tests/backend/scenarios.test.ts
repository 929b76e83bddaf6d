import { expect, test } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { authenticateQaAgent } from '#backend/scenarios/scenario-agent.ts';
import { scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';

/** What the customer meets first. */
const expected: Readonly<Partial<Record<ScenarioName, string>>> = {
  'link-unknown': 'link-unknown',
  'link-expired': 'link-expired by email',
  'link-expired-sms': 'link-expired by sms',
  'link-expired-sms-off': 'link-expired',
  'link-expired-embedded': 'link-expired',
  'session-ended': 'session-ended',
  'session-ended-limited': 'open for review',
  consent: 'consent',
  'consent-refused': 'consent',
};

async function enter(name: ScenarioName): Promise<string> {
  const { backend, deps } = createTestBackend({ authenticateAgent: authenticateQaAgent });
  const { url } = await buildScenario(deps, name);
  const entry = await createCustomerClient(backend, url)
    .ask(getEntry)
    .catch((error: unknown) => String(error));
  if (typeof entry === 'string') return /link-unknown/.exec(entry)?.[0] ?? entry;
  switch (entry.kind) {
    case 'cannot-enter':
      return entry.newLink ? `${entry.code} by ${entry.newLink.channel}` : entry.code;
    case 'consent':
      return 'consent';
    case 'open':
      return entry.session.access === 'limited' ? 'open for review' : 'open';
  }
}

for (const { name } of scenarioList) {
  const meets = expected[name] ?? 'open';
  test(`The customer of “${name}” meets: ${meets}`, async () => {
    await expect(enter(name)).resolves.toBe(meets);
  });
}
