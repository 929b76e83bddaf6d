import { expect, type Page } from '@playwright/test';

import { expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { expectRoom, heading, signDocument } from '#tests/browser/support/customer.ts';
import { drag, expectPagesDrawn } from '#tests/browser/support/placing.ts';
import { test, type World } from '#tests/browser/support/world.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openForm(page: Page, world: World, email = 'maya.thompson@example.com') {
  await world.agent.saveTeam(world.team, `Harbour Credit ${world.team}`);
  await openConsole(page, world, '/new-session');
  await page.getByLabel('Settings of').selectOption(world.team);
  await page.getByLabel('Name').fill('Maya Thompson');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
}

test('An agent puts fields on a PDF by keyboard and pointer, finds both after a reload and beside another tab, copies the link of an embedded session, and the customer signs', async ({
  page,
  context,
  world,
}) => {
  await world.agent.saveTeamSettings(world.team, { embeddedSession: true, copySessionUrl: true });
  await openForm(page, world);
  await expect(page.getByText(/^No invitation will be sent/)).toBeVisible();
  await press(page, 'Agreement to sign');
  await page.locator('input[type=file]').setInputFiles({
    name: 'agreement.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await buildPdf()),
  });
  await page.getByRole('button', { name: 'Signature', exact: true }).press('Enter');
  const placed = page.getByRole('button', { name: /^Your signature, / });
  await expect(placed).toBeFocused();
  await expect(placed).toHaveAccessibleName('Your signature, 10% from the left, 55% from the top');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(placed).toHaveAccessibleName('Your signature, 12% from the left, 54% from the top');
  await page.getByRole('button', { name: 'Date', exact: true }).press('Enter');
  await page.keyboard.press('Delete');
  await expect(page.getByText('agreement.pdf: 1 page, 1 field')).toBeVisible();
  await drag(placed);
  await expect(placed).not.toHaveAccessibleName('Your signature, 12% from the left, 54% from the top');
  const place = (await placed.getAttribute('aria-label')) ?? '';
  await expectUnderstandable(page, 'a new session', 'main');

  await page.reload();
  await expect(placed).toHaveAccessibleName(place);
  await expectPagesDrawn(page);

  const other = await context.newPage();
  await openConsole(other, world, '/new-session');
  await expect(other.getByText(/^You have begun another new session in a different tab/)).toBeVisible();
  await other.getByLabel('Name').fill('Noor Haddad');
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Maya Thompson');
  await other.reload();
  await expect(other.getByLabel('Name')).toHaveValue('Noor Haddad');
  await other.close();

  await press(page, 'Start session');
  await expect(heading(page, 'The session with Maya Thompson has started')).toBeVisible();
  await expect(page.getByText('No invitation was sent.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'The customer’s link as a QR code' })).toBeVisible();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, 'Copy the link');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expectUnderstandable(page, 'a started session', 'main');
  const url = await page.evaluate(() => navigator.clipboard.readText());

  const customer = await context.newPage();
  await customer.goto(url);
  await customer.getByRole('button', { name: /^Start/ }).click();
  await signDocument(customer, 'Sign your agreement');
  await expectRoom(customer);
});
