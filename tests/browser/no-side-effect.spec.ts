import { expect, type Page, test } from '@playwright/test';

import { type ScenarioName, scenarioList } from '#backend/scenarios/scenario-list.ts';

/**
 * Note: every scenario is opened fifty times with all scripts running in `tests/room/app/no-trace.test.tsx`. In a real browser a visit takes
 * a third of a second, so here the main path is, and one scenario for each other first screen twice; `VISITS=50` does it for all, in some
 * ten minutes.
 */
const { VISITS } = process.env;
const visitsOf: Partial<Record<ScenarioName, number>> = VISITS
  ? Object.fromEntries(scenarioList.map(({ name }) => [name, Number(VISITS)]))
  : { 'main-path': 50, 'half-done': 2, 'workflow-only': 2, 'auto-open-off': 2, 'link-expired': 2, consent: 2 };

/** Every key and value the mock backend keeps, as text; bytes by their length and a sum. */
const readEverything = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settle = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('Failed to read.')));
      });
    const toText = (_: string, value: unknown) =>
      value instanceof Uint8Array
        ? { length: value.length, sum: value.reduce((sum, byte, at) => (sum * 31 + byte + at) % 1_000_003, 0) }
        : value;
    const database = await settle(indexedDB.open('session-room'));
    const stores = [...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name);
      return [name, await settle(store.getAllKeys()), await settle(store.getAll())];
    });
    const everything = JSON.stringify(await Promise.all(stores), toText);
    database.close();
    return everything;
  });

const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
};

for (const [name, visits] of Object.entries(visitsOf)) {
  test(`Opening the link of “${name}” ${visits} times with all scripts leaves no trace`, async ({ page }, {
    project,
  }) => {
    test.skip(project.name !== 'desktop', 'The same on every screen.');
    test.setTimeout(20_000 + visits * 3_000);
    await visit(page, `/?scenario=${name}`);
    const link = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
    await page.goto('/');
    const before = await readEverything(page);

    for (let count = 0; count < visits; count += 1) await visit(page, link);
    await page.goto('/');

    expect(before).toContain(name);
    expect(await readEverything(page)).toBe(before);
  });
}
