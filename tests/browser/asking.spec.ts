/**
 * Whatever else a customer sends (a decision, a wish for a new link, files, drafts, a payment, a message), against what can happen to it
 * on the way: what they see, what is kept, and what the backend has in the end. Handing in a task is in `handing-in.spec.ts`.
 */
import { expect, type Page } from '@playwright/test';

import { appendToUpload, createUpload, getDocumentRequest, removeFile } from '#contract/endpoints/document-request.ts';
import { getFeed, getSession, giveConsent, requestNewLink } from '#contract/endpoints/entry.ts';
import { saveEsignDraft } from '#contract/endpoints/esign.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import { settlePayment, startCheckout } from '#contract/endpoints/payment.ts';
import { saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { withConsent } from '#backend/scenarios/sample-policies.ts';
import { expectRoom, heading } from '#tests/browser/support/customer.ts';
import type { Faults } from '#tests/browser/support/faults.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import {
  buildDocumentRequest,
  buildPayment,
  buildPdf,
  buildTextDocument,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name });

const away = 'The service does not answer right now.';
const strange = 'do not understand each other';

/** Nothing reaches this page by itself: what it knows, it asked for. */
const loseFeed = (faults: Faults) => faults.fail(getFeed, 'offline', { times: Infinity });

test('A decision about the consent that failed is said; one that arrived counts, whatever became of the answer', async ({
  page,
  world,
  faults,
}) => {
  const settings = { autoOpen: true, endAccess: { level: 'none' }, ...withConsent } as const;
  const { url } = await world.startSession({ settings, interactions: [buildWorkflow()] });
  await page.goto(url);
  const agree = button(page, 'I agree');
  const refuse = button(page, 'I do not agree');
  await expect(agree).toBeVisible();

  await faults.cut();
  await agree.click();
  await expect(region(page, 'Not saved')).toContainText('No connection.');
  await expect(agree).toBeFocused();
  await faults.restore();
  for (const [fault, words] of [
    ['server-error', away],
    ['garbage', strange],
  ] as const) {
    faults.fail(giveConsent, fault, { times: 2 });
    await agree.click();
    await expect(region(page, 'Not saved')).toContainText(words);
    await expect(agree).toBeFocused();
  }
  for (const fault of ['lost-answer', 'broken-answer'] as const) {
    faults.fail(giveConsent, fault);
    await refuse.dblclick();
    await expect(heading(page, 'You did not agree')).toBeFocused();
    await button(page, 'Read it again').click();
    await expect(region(page, 'Not saved')).toBeHidden();
  }
  faults.fail(giveConsent, 'late-error');
  await agree.dblclick();
  await expect(heading(page, 'Your work')).toBeVisible();

  const other = await world.startSession({ settings, interactions: [buildWorkflow()] });
  await page.goto(other.url);
  await expect(agree).toBeVisible();
  await world.agent.endSession(other.sessionId);
  await agree.click();
  await expect(heading(page, 'This page is closed')).toBeFocused();
});

test('A new link that was sent is never called not sent, and two quick taps send one', async ({
  page,
  host,
  faults,
}) => {
  await host.openScenario(page, 'link-expired');
  const ask = button(page, 'Send me a new link');

  await faults.cut();
  await ask.click();
  await expect(region(page, 'Not sent')).toContainText('No connection.');
  await expect(ask).toBeFocused();
  await faults.restore();
  for (const [fault, words] of [
    ['server-error', away],
    ['garbage', strange],
  ] as const) {
    faults.fail(requestNewLink, fault, { times: 2 });
    await ask.click();
    await expect(region(page, 'Not sent')).toContainText(words);
  }
  faults.fail(requestNewLink, 'lost-answer');
  await ask.dblclick();
  await expect(region(page, 'Link sent')).toBeVisible();
  await expect(region(page, 'Not sent')).toBeHidden();

  await page.reload();
  await expect(ask).toBeDisabled();
  expect((await host.readOutbox(page)).filter(({ kind }) => kind === 'new-link')).toHaveLength(1);
});

const choose = async (page: Page, name: string) =>
  page.getByLabel('Choose a file for Latest payslip').setInputFiles({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(await buildPdf()),
  });

test('Files are added once and removed once, whatever happens on the way', async ({ page, world, faults }) => {
  const { url, interactions } = await world.startSession({
    settings: { autoOpen: true },
    interactions: [buildDocumentRequest()],
  });
  await page.goto(url);
  const remove = (name: string) => button(page, `Remove ${name}`);

  faults.fail(createUpload, 'lost-answer');
  faults.fail(appendToUpload, 'lost-answer');
  await choose(page, 'one.pdf');
  await expect(remove('one.pdf')).toBeVisible();
  faults.fail(createUpload, 'server-error');
  faults.fail(appendToUpload, 'late-error');
  await choose(page, 'two.pdf');
  await expect(remove('two.pdf')).toBeVisible();

  await faults.cut();
  await choose(page, 'three.pdf');
  await expect(page.getByText(/^Paused at/)).toBeVisible();
  await faults.restore();
  await expect(remove('three.pdf')).toBeVisible();

  const dialog = page.getByRole('dialog');
  const yes = dialog.getByRole('button', { name: 'Remove file' });
  await remove('two.pdf').click();
  await faults.cut();
  await yes.click();
  await expect(dialog.getByRole('alert')).toContainText('No connection.');
  await expect(yes).toBeFocused();
  await faults.restore();
  faults.fail(removeFile, 'lost-answer');
  await yes.click();
  await expect(dialog).toBeHidden();
  await expect(remove('two.pdf')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Latest payslip' })).toBeFocused();

  faults.fail(createUpload, 'garbage');
  await choose(page, 'four.pdf');
  const again = button(page, 'Try again with four.pdf');
  await expect(again).toBeVisible();
  await again.click();
  await expect(remove('four.pdf')).toBeVisible();

  const interactionId = interactions[0] ?? '';
  const content = await world.customer(url).ask(getDocumentRequest, { interactionId });
  expect(content.items[0]?.files.map(({ name }) => name)).toEqual(['one.pdf', 'three.pdf', 'four.pdf']);
  expect(content.items[0]?.unfinished).toEqual([]);
});

test('What was typed is saved as soon as it can be, and handing in does not wait for it', async ({
  page,
  world,
  faults,
}) => {
  const interactions = [buildTextDocument(await addPdf(world), 'Form'), buildWorkflow()];
  const { url } = await world.startSession({ settings: { autoOpen: true }, interactions });
  await page.goto(url);
  const residence = page.getByRole('textbox', { name: 'Place of residence' });
  const employer = page.getByRole('textbox', { name: 'Who do you work for?' });
  const saved = page.getByRole('main').getByText(/^Saved \d/);

  for (const fault of ['garbage', 'lost-answer'] as const) {
    faults.fail(saveEsignDraft, fault, { times: Infinity });
    await residence.fill(`Bristol, after ${fault}`);
    await expect(page.getByText('Kept on this device')).toBeVisible();
    faults.heal();
    await expect(saved).toBeVisible();
  }
  faults.fail(saveEsignDraft, 'held');
  const before = faults.countArrived(saveEsignDraft);
  await residence.fill('Bristol');
  await expect.poll(() => faults.countArrived(saveEsignDraft)).toBeGreaterThan(before);
  await button(page, 'Approve and continue').click();

  for (const fault of ['server-error', 'lost-answer'] as const) {
    faults.fail(saveWorkflowDraft, fault, { times: Infinity });
    await employer.fill(`Northwind, after ${fault}`);
    await expect(page.getByText('Saved on this device.').first()).toBeVisible();
    faults.heal();
    await expect(saved).toBeVisible();
  }
  await employer.fill('Northwind');
  await employer.press('Enter');
  await button(page, 'Send my answers').press('Enter');
  await page.keyboard.press('Enter');
  await expectRoom(page);
  await expect(region(page, 'Filled in somewhere else')).toBeHidden();

  expect(faults.countArrived(submitAnswers)).toBe(1);
  const left = await page.evaluate(() => Object.values(localStorage).join(' '));
  expect(left).not.toMatch(/Bristol|Northwind/);
});

test('A payment is started once and its end is told, whatever happens on the way there and back', async ({
  page,
  world,
  faults,
}) => {
  const { url, interactions, sessionId } = await world.startSession({
    settings: { autoOpen: true },
    interactions: [buildPayment(), buildPayment('Late fee')],
  });
  loseFeed(faults);
  await page.goto(url);
  const payFee = button(page, 'Pay €49.00: Arrangement fee');
  await expect(payFee).toBeVisible();

  await faults.cut();
  await payFee.click();
  await expect(page.getByText('No connection. What you entered is kept.').first()).toBeVisible();
  await expect(payFee).toBeFocused();
  await faults.restore();
  for (const fault of ['server-error', 'broken-answer', 'lost-answer'] as const) faults.fail(startCheckout, fault);
  await payFee.click();
  await expect(
    page.getByText(away).or(page.getByText(strange)).or(page.getByText('No connection.')).first(),
  ).toBeVisible();
  await payFee.dblclick();
  await expect(heading(page, 'Confirm your payment')).toBeVisible();
  const provider = page.url();
  await page.goBack();
  await payFee.click();
  await expect(page).toHaveURL(provider);

  faults.fail(settlePayment, 'garbage');
  await button(page, 'Pay €49.00').click();
  await expect(heading(page, 'We could not check your payment')).toBeFocused();
  await expect(page.getByText('Please do not pay again.')).toBeVisible();
  faults.fail(settlePayment, 'broken-answer');
  await button(page, 'Check again').click();
  await expect(heading(page, 'We could not check your payment')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Payment received. Thank you.').first()).toBeVisible();
  await expect(payFee).toBeHidden();

  const [, lateFee] = interactions;
  if (!lateFee) throw new Error('Nothing was started.');
  await world.agent.withdraw(sessionId, lateFee, 'Never mind.');
  await button(page, /^Pay €49.00: Late fee/).click();
  await expect(button(page, /^Pay/)).toBeHidden();
  const session = await world.customer(url).ask(getSession);
  expect(session.interactions.map(({ status, revision }) => [status, revision])).toEqual([
    ['completed', 2],
    ['cancelled', 2],
  ]);
});

test('A message arrives once, in order, and none is lost: not without a network, not by a reload', async ({
  page,
  world,
  faults,
}) => {
  const { url, sessionId } = await world.startSession({ interactions: [] });
  loseFeed(faults);
  await page.goto(url);
  await expectRoom(page);
  const open = button(page, /^Messages/);
  const field = page.getByRole('textbox', { name: 'Your message' });
  const send = button(page, 'Send');
  const log = page.getByRole('log');
  const write = async (words: string) => {
    await field.fill(words);
    await send.dblclick();
    await expect(field).toHaveValue('');
  };
  await open.click();

  await faults.cut();
  await write('Without a network');
  await expect(log.getByText('Will be sent when you are back online')).toBeVisible();
  await faults.restore();
  await expect(log.getByText('Will be sent when you are back online')).toBeHidden();
  for (const fault of ['lost-answer', 'broken-answer', 'late-error'] as const) {
    faults.fail(sendMessage, fault);
    await write(`With ${fault}`);
    await expect(log.getByText('Sending…')).toBeHidden();
    await expect(log.getByText('Not sent.')).toBeHidden();
  }
  faults.fail(sendMessage, 'server-error', { times: 3 });
  await write('With an error');
  await expect(log.getByText(`Not sent. ${away}`)).toBeVisible();
  await page.reload();
  await open.click();
  await expect(log.getByText('With an error')).toBeVisible();
  await expect(log.getByText('Not sent.')).toBeHidden();
  faults.fail(sendMessage, 'held');
  await write('Just before a reload');
  await page.reload();
  await open.click();
  await expect(log.getByText('Just before a reload')).toBeVisible();

  const texts = async () => (await world.customer(url).ask(listMessages)).messages.map(({ text }) => text);
  await expect
    .poll(texts)
    .toEqual([
      'Without a network',
      'With lost-answer',
      'With broken-answer',
      'With late-error',
      'With an error',
      'Just before a reload',
    ]);
  await world.agent.endSession(sessionId);
  await write('Too late');
  await expect(log.getByText('This visit has ended. Nothing more can be sent.')).toBeVisible();
});
