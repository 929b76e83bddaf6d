import { describe, expect, test } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import type { Entry } from '#contract/entry.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { scenarioGroups, scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { firstScreens } from '#tests/support/first-screens.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';
import { walkJourney } from '#tests/support/walk-journey.ts';

function describeStage(entry: Entry): string {
  const stage = walkJourney(entry).stage();
  switch (stage.kind) {
    case 'interaction':
      return stage.interaction.kind;
    case 'cannot-enter': {
      const offer = entry.kind === 'cannot-enter' ? entry.newLink : null;
      return offer ? `${stage.code} by ${offer.channel}` : stage.code;
    }
    case 'room':
      return entry.kind === 'open' && entry.session.access === 'limited' ? 'room for review' : 'room';
    case 'consent':
      return 'consent';
  }
}

async function enter(name: ScenarioName): Promise<string> {
  const { backend, deps } = openScenarioWorld();
  const { url } = await buildScenario(deps, name);
  const customer = createCustomerClient(backend, url);
  return customer.ask(getEntry).then(describeStage, (error: unknown) => /link-unknown/.exec(String(error))?.[0] ?? '');
}

for (const { name } of scenarioList) {
  const [stage] = firstScreens[name];
  test(`The customer of “${name}” meets: ${stage}`, async () => {
    await expect(enter(name)).resolves.toBe(stage);
  });
}

describe('The list', () => {
  test('says every name and every title once', () => {
    expect(new Set(scenarioList.map(({ name }) => name)).size).toBe(scenarioList.length);
    expect(new Set(scenarioList.map(({ title }) => title)).size).toBe(scenarioList.length);
  });

  test('has one line for each scenario and for each group', () => {
    const lines = [...scenarioList.map(({ description }) => description), ...scenarioGroups.map(({ intro }) => intro)];
    expect(lines.filter((line) => line.length < 10 || line.length > 160 || !line.endsWith('.'))).toEqual([]);
  });
});
