import { expect, test } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { withEntryFaults } from '#hosts/browser/with-entry-faults.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';

async function openFailing(name: ScenarioName) {
  const { backend, deps } = createTestBackend();
  const scenario = await buildScenario(deps, name);
  const news: string[] = [];
  const respond = withEntryFaults(
    backend,
    { list: () => Promise.resolve([scenario]) },
    { cut: () => news.push('cut'), restoreSoon: () => news.push('restored') },
  );
  const enter = async (token = readToken(scenario.url)) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await respond(new Request(`${testOrigin}${getEntry.path}`, { headers }));
    return response.type === 'error' ? 'no answer' : response.status;
  };
  return { enter, news };
}

test('The entry of “service-unavailable” is answered 503 three times, then as it is', async () => {
  const { enter, news } = await openFailing('service-unavailable');
  const answers = [await enter(), await enter(), await enter(), await enter(), await enter()];
  expect(answers).toEqual([503, 503, 503, 200, 200]);
  expect(news).toEqual([]);
});

test('The entry of “offline” gets no answer three times, and then the network is back', async () => {
  const { enter, news } = await openFailing('offline');
  const answers = [await enter(), await enter(), await enter(), await enter()];
  expect(answers).toEqual(['no answer', 'no answer', 'no answer', 200]);
  expect(news).toEqual(['cut', 'cut', 'cut', 'restored']);
});

test('Another link is not touched by it', async () => {
  const { enter } = await openFailing('offline');
  await expect(enter('a-token-that-nobody-issued')).resolves.toBe(404);
});

test('A scenario without a fault is answered at once', async () => {
  const { enter } = await openFailing('nothing-to-do');
  await expect(enter()).resolves.toBe(200);
});
