import { expect, type Page } from '@playwright/test';

import { type ScenarioName, scenarioList } from '#backend/scenarios/scenario-list.ts';
import { test } from '#tests/browser/support/world.ts';

/**
 * Note: every scenario is opened fifty times with all scripts running in `tests/room/app/no-trace.test.tsx`. In a real browser a visit takes
 * a third of a second, so here the main path is, and one scenario for each other first screen twice; `VISITS=50` does it for all, in some
 * ten minutes (`--project desktop`: the Node host opens no scenario with a network of its own).
 */
const { VISITS } = process.env;
const firstScreens = ['half-done', 'workflow-only', 'auto-open-off', 'link-expired', 'consent'] as const;
const visitsOf: readonly { name: ScenarioName; visits: number }[] = VISITS
  ? scenarioList.map(({ name }) => ({ name, visits: Number(VISITS) }))
  : [{ name: 'main-path', visits: 50 }, ...firstScreens.map((name) => ({ name, visits: 2 }))];

const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
};

for (const { name, visits } of visitsOf) {
  test(`Opening the link of “${name}” ${visits} times with all scripts leaves no trace`, async ({ page, host }) => {
    test.setTimeout(20_000 + visits * 3_000);
    const link = await host.openScenario(page, name);
    const before = await host.readEverything(page);

    for (let count = 0; count < visits; count += 1) await visit(page, link);

    expect(before).toContain(name);
    expect(await host.readEverything(page)).toBe(before);
  });
}
