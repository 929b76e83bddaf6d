/** Everything that can be done in between questions, in one task: at the provider, on a document, with papers. */
import { expect } from '@playwright/test';

import { readSessionResults } from '#contract/endpoints/agent.ts';
import { expectRoom, heading, sendPapers, signDocument } from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { everyTask } from '#tests/support/task-steps.ts';

test('A customer answers, pays, signs and hands over papers in one task, and looks back on the way', async ({
  page,
  world,
}) => {
  const definition = everyTask(await addPdf(world));
  const { url, sessionId } = await world.startSession({
    settings: { autoOpen: true },
    interactions: [{ kind: 'workflow', title: 'Your application', definition }],
  });
  const continues = page.getByRole('button', { name: 'Continue' });
  await page.goto(url);
  await expect(heading(page, 'Form start')).toBeVisible();
  await page.getByRole('textbox', { name: 'Question name?' }).fill('Maya');
  await continues.click();

  await expect(heading(page, 'Pay fee')).toBeVisible();
  await page.getByRole('button', { name: 'Pay €49.00' }).click();
  await expect(heading(page, 'Confirm your payment')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Cancel and go back' }).click();
  await expect(heading(page, 'Pay fee')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Result of your payment' })).toContainText('You cancelled the payment');
  await page.getByRole('button', { name: 'Pay €49.00' }).click();
  await page.getByRole('button', { name: /^Pay/ }).click();

  await expect(heading(page, 'Sign contract')).toBeFocused();
  await page.reload();
  await signDocument(page, 'Sign contract');
  await expect(heading(page, 'Papers proof')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Sign contract')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText('Signed');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'Result of your payment' })).toContainText('Payment received');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'These answers stay as they are' })).toBeVisible();
  await continues.click();
  await expect(heading(page, 'Pay fee')).toBeVisible();
  await continues.click();
  await expect(heading(page, 'Sign contract')).toBeVisible();
  await continues.click();
  await sendPapers(page, 'Papers proof');

  await expect(heading(page, 'Form end')).toBeVisible();
  await continues.click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await expectRoom(page);
  await expect(page.getByText('Sign contract.pdf')).toBeVisible();

  const answer = await world.call(readSessionResults, { params: { sessionId } });
  expect(readSessionResults.output.parse(await answer.json()).interactions).toMatchObject([
    {
      status: 'completed',
      answers: { name: 'Maya' },
      parts: [{ outcome: 'paid' }, { outcome: 'signed' }, { outcome: 'sent' }],
    },
  ]);
});
