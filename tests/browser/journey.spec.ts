import { expect } from '@playwright/test';

import type { SettingsLevel } from '#contract/settings.ts';
import {
  answerQuestions,
  expectRoom,
  heading,
  pay,
  sendPapers,
  signDocument,
} from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';

const autoOpen: SettingsLevel = { autoOpen: true };

test('One task opens at once, says which of how many it is, and leads to the room', async ({ page, world }) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: [buildWorkflow()] });
  await page.goto(url);

  await expect(heading(page, 'Your work')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('About your work');
  await expect(page.getByRole('banner')).not.toContainText('1 of');
  await answerQuestions(page);
  await expect(heading(page, 'All done')).toBeVisible();
});

test('Between two tasks the customer hears what is done and what comes next, and reads on at its heading', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  await page.goto(url);

  await expect(page.getByRole('banner')).toContainText('1 of 2 · About your work');
  await answerQuestions(page);

  await expect(heading(page, 'Proof of income')).toBeFocused();
  await expect(page.getByRole('banner')).toContainText('2 of 2 · Proof of income');
  await expect(page.getByText('Done: About your work').first()).toBeVisible();
});

test('A reload keeps the customer inside the same task, at the same place, with what they typed', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildDocumentRequest(), buildWorkflow()],
  });
  await page.goto(url);
  await sendPapers(page, 'Proof of income');
  const answer = page.getByRole('textbox', { name: 'Who do you work for?' });
  await answer.fill('Northwind');
  await expect(page.getByText(/^Saved /).first()).toBeVisible();

  await page.reload();

  await expect(answer).toHaveValue('Northwind');
  await answerQuestions(page);
  await expectRoom(page);
});

test('Back leads from a task to the room, once, and from the room out of the page', async ({ page, world }) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildDocumentRequest(), buildWorkflow()],
  });
  await page.goto('about:blank');
  await page.goto(url);
  await expect(heading(page, 'Proof of income')).toBeVisible();

  await page.goBack();
  await expect(heading(page, '2 things to do')).toBeVisible();
  await expect(heading(page, '2 things to do')).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('Back inside several steps is a step back; after completing, nothing of them is left behind in the history', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Who do you work for?' }).fill('Northwind');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'Check your answers')).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Who do you work for?' })).toHaveValue('Northwind');
  await answerQuestions(page);
  await expect(heading(page, 'Proof of income')).toBeVisible();

  await page.goBack();
  await expect(heading(page, 'One thing to do')).toBeVisible();
});

test('Back out of the room into a finished task shows the room, not the task', async ({ page, world }) => {
  const { url } = await world.startSession({ interactions: [buildWorkflow(), buildDocumentRequest()] });
  await page.goto(url);
  await page.getByRole('button', { name: 'Start: About your work' }).click();
  await answerQuestions(page);
  await expect(heading(page, 'One thing to do')).toBeVisible();

  await page.goForward();

  await expect(heading(page, 'One thing to do')).toBeVisible();
});

test('Finishing later is allowed: nothing opens by itself again until the link is opened anew', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Who do you work for?' }).fill('Northwind');
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Finish later' }).click();

  await expect(heading(page, '2 things to do')).toBeVisible();
  await page.reload();
  await expect(heading(page, '2 things to do')).toBeVisible();

  await page.getByRole('button', { name: 'Continue: About your work' }).click();
  await answerQuestions(page);
  await expect(heading(page, 'One thing to do')).toBeVisible();

  await page.goto(url);
  await expect(heading(page, 'Proof of income')).toBeVisible();
});

test('What the agent adds while the customer is inside another task joins the queue with a quiet notice', async ({
  page,
  world,
}) => {
  const { url, sessionId } = await world.startSession({ settings: autoOpen, interactions: [buildWorkflow()] });
  await page.goto(url);
  await expect(heading(page, 'Your work')).toBeVisible();

  await world.agent.addInteraction(sessionId, buildDocumentRequest());

  await expect(page.getByText(/Proof of income.* was added for you/).first()).toBeVisible();
  await answerQuestions(page);
  await expect(heading(page, 'Proof of income')).toBeVisible();
});

test('What the agent adds while the customer is in the room appears there and pulls nobody in', async ({
  page,
  world,
}) => {
  const { url, sessionId } = await world.startSession({ settings: autoOpen, interactions: [] });
  await page.goto(url);
  await expect(heading(page, 'Nothing to do right now')).toBeVisible();

  await world.agent.addInteraction(sessionId, buildWorkflow());

  await expect(page.getByRole('button', { name: 'Start: About your work' })).toBeVisible();
  await expect(heading(page, 'One thing to do')).toBeVisible();
});

test('A task that the agent withdraws while the customer is inside says so and makes way for the next', async ({
  page,
  world,
}) => {
  const { url, sessionId, interactions } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  await page.goto(url);
  await expect(heading(page, 'Your work')).toBeVisible();
  const [workflow] = interactions;
  if (!workflow) throw new Error('Nothing was started.');

  await world.agent.withdraw(sessionId, workflow, 'We have it already.');

  await expect(heading(page, 'Proof of income')).toBeVisible();
  await expect(page.getByRole('region', { name: 'No longer needed' })).toContainText('We have it already.');
});

test('Papers that the agent sends back are to be done again, with the reason and what was sent', async ({
  page,
  world,
}) => {
  const { url, sessionId, interactions } = await world.startSession({
    settings: autoOpen,
    interactions: [buildDocumentRequest()],
  });
  await page.goto(url);
  await sendPapers(page, 'Proof of income');
  const [papers] = interactions;
  if (!papers) throw new Error('Nothing was started.');

  await world.agent.returnForCorrection(sessionId, papers, 'The second page is missing.');

  await page.getByRole('button', { name: 'Fix: Proof of income' }).click();
  await expect(page.getByText('The second page is missing.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove payslip.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Send 1 document' }).click();
  await expect(heading(page, 'Nothing to do for now')).toBeVisible();
});

test('A task that fails to load holds nobody back, and opens once it can', async ({ page, world }) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const isWorkflow = typeof input === 'string' && input.includes('/api/workflows/');
      const isBroken = document.documentElement.dataset['repaired'] === undefined;
      return isWorkflow && isBroken ? Promise.resolve(new Response('gone', { status: 400 })) : send(input, init);
    };
  });
  await page.goto(url);

  await expect(heading(page, '“About your work” could not be opened')).toBeVisible();
  await page.getByText('Details for support').click();
  await expect(page.getByText('ContractError')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, '“About your work” could not be opened')).toBeVisible();
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await sendPapers(page, 'Proof of income');
  await expect(heading(page, 'One thing to do')).toBeVisible();

  await page.evaluate(() => {
    document.documentElement.dataset['repaired'] = 'yes';
  });
  await page.getByRole('button', { name: 'Start: About your work' }).click();
  await answerQuestions(page);
  await expectRoom(page);
});

test('A task finished in another tab counts as finished here', async ({ page, context, world }) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  const other = await context.newPage();
  await page.goto(url);
  await other.goto(url);
  await expect(heading(page, 'Your work')).toBeVisible();

  await answerQuestions(other);

  await expect(heading(page, 'Proof of income')).toBeVisible();
  await expect(heading(other, 'Proof of income')).toBeVisible();
});

test('An address copied from inside a task leads there, with the room beneath it', async ({ page, context, world }) => {
  const { url, interactions } = await world.startSession({
    settings: autoOpen,
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  const papers = interactions[1];
  if (!papers) throw new Error('Nothing was started.');
  const other = await context.newPage();

  await other.goto(`${url}/i/${papers}`);

  await expect(heading(other, 'Proof of income')).toBeVisible();
  await other.goBack();
  await expect(heading(other, '2 things to do')).toBeVisible();
  await page.close();
});

test('A payment is made at the provider and comes back into the room without opening anything', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({
    settings: autoOpen,
    interactions: [buildPayment(), buildWorkflow()],
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Finish later' }).click();

  await pay(page, 'Card declined');
  await expect(page.getByText(/payment was declined/).first()).toBeVisible();
  await pay(page, 'Pay €49.00');
  await expect(page.getByText('Payment received. Thank you.').first()).toBeVisible();

  await expect(heading(page, 'One thing to do')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pay / })).toBeHidden();
});

test('A customer writes to the agent from the room and reads the answer as it comes', async ({ page, world }) => {
  const { url, sessionId } = await world.startSession({ interactions: [] });
  await page.goto(url);
  await expectRoom(page);
  const open = page.getByRole('button', { name: /^Messages/ });
  if (await open.isVisible()) await open.click();

  await page.getByRole('textbox', { name: /message/i }).fill('Is the passport enough?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('log')).toContainText('Is the passport enough?');
  await world.agent.sendMessage(sessionId, 'Yes, it is.');

  await expect(page.getByRole('log')).toContainText('Yes, it is.');
});

test('The signed document is offered at once and is the real one', async ({ page, world }) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: [buildEsign(await addPdf(world))] });
  await page.goto(url);
  await signDocument(page, 'Loan agreement');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download Loan agreement/ }).click(),
  ]);

  expect(download.suggestedFilename()).toMatch(/^Loan agreement.*\.pdf$/);
});
