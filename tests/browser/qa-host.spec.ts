import { expect, type Page, test } from '@playwright/test';

import { addPayment } from '#tests/browser/support/add-payment.ts';
import { scenarioList, type ScenarioName } from '#backend/scenarios/scenario-list.ts';

const openLinks = (page: Page) => page.getByRole('link', { name: /^Open “/ });

async function openScenario(page: Page, name: ScenarioName): Promise<string> {
  await page.goto(`/?scenario=${name}`);
  await expect(page).toHaveURL(/\/s\/[\w-]{43}/);
  return page.url();
}

test('The start page lists every scenario with a link', async ({ page }) => {
  await page.goto('/');
  await expect(openLinks(page)).toHaveCount(scenarioList.length);
  const links = await openLinks(page).evaluateAll((all) =>
    all.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]),
  );
  expect(links).toEqual(scenarioList.map(({ name, title }) => [`Open “${title}”`, `/?scenario=${name}`]));
  const items = await page
    .getByRole('listitem')
    .filter({ has: openLinks(page) })
    .allInnerTexts();
  for (const [index, { description }] of scenarioList.entries()) expect(items[index]).toContain(description);
});

test('Typing finds a scenario, and Tab leads to it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Find a scenario' }).fill('zloty');
  await expect(page.getByText(`1 of ${scenarioList.length}`)).toBeVisible();
  await expect(openLinks(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Umowa pożyczki – część pierwsza' })).toBeVisible();
});

test('A name that no scenario has leads to the start page and says so', async ({ page }) => {
  await page.goto('/?scenario=no-such-thing');
  await expect(page.getByRole('alert')).toContainText('no-such-thing');
  await expect(openLinks(page)).toHaveCount(scenarioList.length);
});

test('A scenario that cannot be built says why, with a way back', async ({ page }) => {
  await page.addInitScript(() => {
    crypto.getRandomValues = () => {
      throw new Error('There is no randomness today.');
    };
  });
  await page.goto('/?scenario=main-path');
  await expect(page.getByRole('heading', { name: 'The mock backend could not start' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Failed');
  await page.getByRole('link', { name: /Back to the start page/ }).click();
  await expect(openLinks(page)).toHaveCount(scenarioList.length);
});

test.describe('the backend behind the room', () => {
  test.skip(({ isMobile }) => isMobile, 'The same on every screen.');

  test('A link of the start page opens the session under its own address', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Open “An amount to pay”' }).click();
    await expect(page.getByText('Set-up fee').first()).toBeVisible();
    await expect(page).toHaveURL(/\/s\/[\w-]{43}$/);
  });

  test('What the address says besides the scenario stays in it', async ({ page }) => {
    await page.goto('/?scenario=payment-only&lang=ar');
    await expect(page).toHaveURL(/\/s\/[\w-]{43}\?lang=ar$/);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  });

  test('A session is the same after a reload, with what happened in it', async ({ page }) => {
    const link = await openScenario(page, 'payment-only');
    await expect(page.getByText('Set-up fee').first()).toBeVisible();
    await addPayment(page, 'payment-only', 'Late fee');
    await expect(page.getByText('Late fee').first()).toBeVisible();

    await page.reload();
    await expect(page.getByText('Late fee').first()).toBeVisible();
    await expect(openScenario(page, 'payment-only')).resolves.toBe(link);
    await expect(page.getByText('Late fee').first()).toBeVisible();
  });

  test('Two tabs share a session, live', async ({ page, context }) => {
    const link = await openScenario(page, 'payment-only');
    const other = await context.newPage();
    await expect(openScenario(other, 'payment-only')).resolves.toBe(link);
    await expect(page.getByText('Set-up fee').first()).toBeVisible();
    await expect(other.getByText('Set-up fee').first()).toBeVisible();

    await addPayment(other, 'payment-only', 'Late fee');
    await expect(page.getByText('Late fee').first()).toBeVisible();
    await expect(other.getByText('Late fee').first()).toBeVisible();
  });

  test('Two tabs that open a scenario at the same moment get the same session', async ({ page, context }) => {
    const other = await context.newPage();
    const links = await Promise.all([openScenario(page, 'all-done'), openScenario(other, 'all-done')]);
    expect(links[0]).toBe(links[1]);
  });

  test('A reset forgets everything and brings the other tabs back to the start page', async ({ page, context }) => {
    const link = await openScenario(page, 'notices-disclaimer');
    await page.getByRole('button', { name: 'Got it' }).click();
    await expect.poll(() => context.cookies()).not.toHaveLength(0);

    const start = await context.newPage();
    await start.goto('/');
    await start.getByRole('button', { name: 'Reset everything' }).click();
    await expect(start.getByRole('region', { name: 'Reset' }).getByRole('status')).toHaveText('Everything was reset.');
    await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
    expect(await context.cookies()).toHaveLength(0);

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Got it' })).toBeHidden();
    expect(await openScenario(page, 'notices-disclaimer')).not.toBe(link);
    await expect(page.getByRole('button', { name: 'Got it' })).toBeVisible();
  });

  for (const [name, broken] of [
    ['offline', 'You are offline'],
    ['service-unavailable', 'We cannot reach the service'],
  ] as const) {
    test(`“${name}” shows its page, and goes on by itself`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.goto(`/?scenario=${name}`);
      await expect(page.getByRole('heading', { name: broken })).toBeVisible();
      await expect(page.getByText('A few questions about you').first()).toBeVisible({ timeout: 60_000 });
    });
  }

  test('Paying leads to the provider and back', async ({ page }) => {
    await openScenario(page, 'payment-only');
    await page
      .getByRole('button', { name: /^Pay/ })
      .or(page.getByRole('link', { name: /^Pay/ }))
      .click();
    await expect(page).toHaveURL(/\/sandbox-provider\//);
    await expect(page.getByRole('heading', { name: 'Confirm your payment' })).toBeVisible();

    await page.reload();
    await page.getByRole('button', { name: /^Pay/ }).click();
    await expect(page).toHaveURL(/\/s\//);
    await expect(page.getByText('Paid').first()).toBeVisible();
  });

  test.describe('where service workers are not allowed', () => {
    test.use({ serviceWorkers: 'block' });

    test('everything works inside the page, and lives', async ({ page }) => {
      await openScenario(page, 'payment-only');
      await expect(page.getByText('Set-up fee').first()).toBeVisible();
      await addPayment(page, 'payment-only', 'Late fee');
      await expect(page.getByText('Late fee').first()).toBeVisible();
    });
  });
});
