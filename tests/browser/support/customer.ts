/** What a customer does on the page, by what they see. Each step ends when the page has moved on. */
import { expect, type Frame, type Page } from '@playwright/test';

import { buildPdf } from '#tests/support/sample-interactions.ts';

/** Where the room is: the page, or a frame of somebody else's. */
export type Screen = Page | Frame;

export const pageOf = (screen: Screen): Page => ('page' in screen ? screen.page() : screen);

/** The screen's one heading; a string is the whole of it. */
export const heading = (screen: Screen, name: string | RegExp) =>
  screen.getByRole('heading', { level: 1, name, exact: true });

export async function signDocument(screen: Screen, title: string): Promise<void> {
  await expect(heading(screen, title)).toBeVisible();
  await screen.getByRole('button', { name: /^Your signature, required/ }).click();
  const sheet = screen.getByRole('dialog', { name: 'Your signature' });
  await sheet.getByRole('tab', { name: 'Type' }).click();
  await sheet.getByRole('textbox', { name: 'Your full name' }).fill('Maya Thompson');
  await sheet.getByRole('button', { name: 'Use it here' }).click();
  await screen.getByRole('button', { name: 'Sign and continue' }).click();
  await expect(heading(screen, title)).toBeHidden();
}

export async function sendPapers(screen: Screen, title: string): Promise<void> {
  await expect(heading(screen, title)).toBeVisible();
  await screen.getByLabel('Choose a file for Latest payslip').setInputFiles({
    name: 'payslip.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await buildPdf()),
  });
  await expect(screen.getByRole('button', { name: 'Remove payslip.pdf' })).toBeVisible();
  await screen.getByRole('button', { name: 'Send 1 document' }).click();
  await expect(heading(screen, title)).toBeHidden();
}

export async function answerQuestions(screen: Screen): Promise<void> {
  await expect(heading(screen, 'Your work')).toBeVisible();
  await screen.getByRole('textbox', { name: 'Who do you work for?' }).fill('Northwind');
  await screen.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(screen, 'Check your answers')).toBeVisible();
  await screen.getByRole('button', { name: 'Send my answers' }).click();
  await expect(heading(screen, 'Check your answers')).toBeHidden();
}

/** From the room to the provider's page and back. */
export async function pay(screen: Screen, decision: string): Promise<void> {
  await screen.getByRole('button', { name: /^Pay / }).click();
  await screen.getByRole('button', { name: decision }).click();
  await expect.poll(() => screen.url()).toMatch(/\/s\//);
}

/** The room, whatever is left to do. */
export const expectRoom = (screen: Screen) =>
  expect(heading(screen, /thing(s)? to do|All done|Nothing to do|has ended/)).toBeVisible();
