import { beforeAll, describe, expect, test } from 'vitest';

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

const world = openScenarioWorld();
const links = new Map<ScenarioName, string>();

/** All of them on one backend, as in QA's browser, before any is looked at: none may reach into another. */
beforeAll(async () => {
  for (const { name } of scenarioList) links.set(name, (await buildScenario(world.deps, name)).url);
}, 60_000);

for (const { name } of scenarioList) {
  const [stage] = firstScreens[name];
  test(`The customer of “${name}” meets: ${stage}`, async () => {
    const customer = createCustomerClient(world.backend, links.get(name) ?? '');
    const met = customer.ask(getEntry).then(describeStage, (error: unknown) => /link-unknown/.exec(String(error))?.[0]);
    await expect(met).resolves.toBe(stage);
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
