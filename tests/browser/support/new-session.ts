/** The form of a new session, by an agent's hands. */
import { expect, type Page } from '@playwright/test';

import { openConsole } from '#tests/browser/support/console.ts';
import type { World } from '#tests/browser/support/world.ts';

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

type Contact = { name?: string; email?: string; phone?: { country: string; number: string } };

/** Ends with the form filled in, for the team of the test. */
export async function fillNewSession(page: Page, world: World, contact: Contact): Promise<void> {
  await openConsole(page, world, '/new-session');
  await page.getByLabel('Settings of').selectOption(world.team);
  await fillContact(page, contact);
}

export async function fillContact(page: Page, { name = 'Maya Thompson', email, phone }: Contact): Promise<void> {
  await page.getByLabel('Name').fill(name);
  if (email !== undefined) await page.getByRole('textbox', { name: 'Email' }).fill(email);
  if (phone === undefined) return;
  await page.getByRole('radio', { name: 'Phone (text message)' }).check();
  await page.getByLabel('Country').selectOption(phone.country);
  await page.getByRole('textbox', { name: 'Phone number' }).fill(phone.number);
}

/** The same once more, for somebody else. */
export async function startAnother(page: Page, { team }: World, contact: Contact): Promise<void> {
  await press(page, 'Start another');
  await page.getByLabel('Settings of').selectOption(team);
  await fillContact(page, contact);
}

/** Ends when it says what came of it. */
export async function startAndExpect(page: Page, outcome: string): Promise<void> {
  await press(page, 'Start session');
  await expect(page.getByRole('heading', { level: 1, name: outcome })).toBeVisible();
}
