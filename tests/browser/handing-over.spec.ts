/** A document that the first customer cannot sign: another person is asked, takes part, and does it. */
import { expect, type Page } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { heading, signDocument } from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign } from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const agreement = (page: Page) => page.getByRole('listitem', { name: 'Loan agreement' });

async function handOver(page: Page): Promise<void> {
  await button(page, 'Somebody else has to do this').click();
  await page.getByRole('textbox', { name: 'Their name' }).fill('Anna Alder');
  await page.getByRole('textbox', { name: 'Their email address' }).fill('anna.alder@example.com');
  await page.getByRole('textbox', { name: 'A note for them' }).fill('You are the one who signs for us.');
  await expectUnderstandable(page, 'handing a document over', 'dialog');
  await expectReadable(page, 'handing a document over', 'dialog');
  await expectRoomy(page, 'handing a document over');
  await button(page, 'Hand it over').dblclick();
}

test(
  'A document is handed to somebody else, taken back, handed over again, and signed by them; the rest goes on',
  { tag: '@phone' },
  async ({ page, desk: anna, world }) => {
    const { url, sessionId } = await world.startSession({
      settings: { autoOpen: true, reassign: true },
      interactions: [buildEsign(await addPdf(world)), buildDocumentRequest()],
    });
    await page.goto(url);
    await handOver(page);
    await expect(heading(page, 'Proof of income')).toBeVisible();
    await page.goBack();
    await expect(agreement(page)).toContainText('Waiting for Anna Alder');
    await expectUnderstandable(page, 'a document that waits for somebody else', 'main');
    await button(page, 'I will do it myself').click();
    await button(page, 'Start: Loan agreement').click();
    await handOver(page);
    await expect(agreement(page)).toContainText('Waiting for Anna Alder');

    const letters = (await world.readMessages({ session: sessionId })).filter(({ kind }) => kind === 'handed-over');
    expect(letters.map(({ to }) => to)).toEqual(['anna.alder@example.com', 'anna.alder@example.com']);
    await anna.goto(letters[0]?.url ?? '');
    await expect(heading(anna, 'Loan agreement')).toBeVisible();
    await signDocument(anna, 'Loan agreement');
    await expect(agreement(page)).toContainText('Anna Alder has done this.');
    await expect(button(page, 'Start: Proof of income').or(button(page, 'Continue: Proof of income'))).toBeVisible();
    await expect(anna.getByText('Proof of income')).toHaveCount(0);
  },
);
