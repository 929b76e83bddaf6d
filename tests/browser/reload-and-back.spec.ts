import { expect } from '@playwright/test';

import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildWorkflow } from '#tests/support/sample-interactions.ts';

const screens: ScenarioName[] = [
  'auto-open-off',
  'nothing-to-do',
  'all-done',
  'withdrawn',
  'link-unknown',
  'link-expired',
  'session-ended',
  'session-ended-limited',
  'consent',
];

test('A reload shows the same screen again, wherever the customer stands', async ({ page, host }) => {
  for (const name of screens) {
    await host.openScenario(page, name);
    const title = page.getByRole('heading', { level: 1 });
    const words = await title.innerText();
    await page.reload();
    await expect(title, name).toHaveText(words);
  }
});

const tasks = [
  { title: 'Loan agreement', opened: 'Loan agreement' },
  { title: 'Proof of income', opened: 'Proof of income' },
  { title: 'About your work', opened: 'Your work' },
] as const;

for (const [at, { title, opened }] of tasks.entries()) {
  test(`“${title}” survives a reload, and Back leads from it to the room and nowhere else`, async ({ page, world }) => {
    const inputs = [buildEsign(await addPdf(world)), buildDocumentRequest(), buildWorkflow()];
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions: inputs.slice(at) });
    await page.goto('about:blank');
    await page.goto(url);
    await expect(heading(page, opened)).toBeVisible();

    await page.reload();
    await expect(heading(page, opened)).toBeVisible();
    await page.goBack();
    await expect(heading(page, /to do$/)).toBeVisible();
    await page.reload();
    await expect(heading(page, /to do$/)).toBeVisible();
    await page.goForward();
    await expect(heading(page, opened)).toBeVisible();
    await page.goBack();
    await page.goBack();

    await expect(page).toHaveURL('about:blank');
  });
}
