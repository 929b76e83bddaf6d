import { expect, type Page } from '@playwright/test';

import { expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test } from '#tests/browser/support/world.ts';
import { goodPassword } from '#tests/support/open-office.ts';
import { startNodeHost } from '#tests/support/start-node-host.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test(
  'The first administrator sets a password by the link that the host printed, signs in, and out again',
  { tag: '@node' },
  async ({ page }) => {
    const host = await startNodeHost({ siteFolder: 'dist/room', consoleFolder: 'dist/console' });
    if (!host.firstLink) throw new Error('The host printed no link.');
    await page.goto(host.firstLink.url);
    await page.getByLabel('New password').fill(goodPassword);
    await page.getByRole('button', { name: 'Set my password' }).click();
    await expect(page.getByText('Your password is set.')).toBeVisible();

    await page.getByRole('textbox', { name: 'Email' }).fill(host.firstLink.email);
    await page.getByLabel('Password').fill(goodPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByText('Signed in as Administrator')).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)) + document.cookie)).not.toContain(
      'bearer',
    );

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();
    await page.reload();
    await expect(heading(page, 'Sign in')).toBeVisible();
    await host.stop();
  },
);

test('On the mock backend QA picks a person of a business and works as them', { tag: '@qa' }, async ({ page }) => {
  await page.goto('/console');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expectUnderstandable(page, 'signing in', 'main');
  await page.getByRole('button', { name: 'Samir Haddad, supervisor' }).click();
  await expect(page.getByText('Signed in as Samir Haddad')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Signed in as Samir Haddad')).toBeVisible();
});

test('Who comes by a long address finds that page again after signing in; an address that nothing lies behind says so', async ({
  page,
  world,
}) => {
  await openConsole(page, world, '/nothing/here');
  await expect(heading(page, 'There is no such page')).toBeVisible();
  await expectUnderstandable(page, 'an unknown page', 'body');
});
