/** What a customer does on the page, by what they see. Each step ends when the page has moved on. */
import { expect, type Page } from '@playwright/test';

import { buildPdf } from '#tests/support/sample-interactions.ts';

/** The screen's one heading; a string is the whole of it. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: true });

export async function signDocument(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await page.getByRole('button', { name: /^Your signature, required/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Your signature' });
  await sheet.getByRole('tab', { name: 'Type' }).click();
  await sheet.getByRole('textbox', { name: 'Your full name' }).fill('Maya Thompson');
  await sheet.getByRole('button', { name: 'Use it here' }).click();
  await page.getByRole('button', { name: 'Sign and continue' }).click();
  await expect(heading(page, title)).toBeHidden();
}

export async function sendPapers(page: Page, title: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await page.getByLabel('Choose a file for Latest payslip').setInputFiles({
    name: 'payslip.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await buildPdf()),
  });
  await expect(page.getByRole('button', { name: 'Remove payslip.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Send 1 document' }).click();
  await expect(heading(page, title)).toBeHidden();
}

export async function answerQuestions(page: Page): Promise<void> {
  await expect(heading(page, 'Your work')).toBeVisible();
  await page.getByRole('textbox', { name: 'Who do you work for?' }).fill('Northwind');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await expect(heading(page, 'Check your answers')).toBeHidden();
}

/** From the room to the provider's page and back. */
export async function pay(page: Page, decision: string): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('button', { name: decision }).click();
  await expect(page).toHaveURL(/\/s\//);
}

/** The room, whatever is left to do. */
export const expectRoom = (page: Page) =>
  expect(heading(page, /thing(s)? to do|All done|Nothing to do|has ended/)).toBeVisible();
