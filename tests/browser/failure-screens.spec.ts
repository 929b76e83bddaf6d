/** Screens on which something went wrong: whether everybody can read them, understand them, and get on from there. */
import { expect, type Page } from '@playwright/test';

import type { Language } from '#contract/language.ts';
import { createUpload, removeFile, submitDocuments } from '#contract/endpoints/document-request.ts';
import { getFeed, giveConsent, requestNewLink } from '#contract/endpoints/entry.ts';
import { decline, getEsign, saveEsignDraft, sign } from '#contract/endpoints/esign.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { settlePayment, startCheckout } from '#contract/endpoints/payment.ts';
import { getWorkflow, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { withConsent } from '#backend/scenarios/sample-policies.ts';
import {
  expectFitting,
  expectReadable,
  expectRoomy,
  expectUnderstandable,
} from '#tests/browser/support/accessibility.ts';
import { createSay, type Say } from '#tests/browser/support/catalog.ts';
import { heading } from '#tests/browser/support/customer.ts';
import type { Host } from '#tests/browser/support/host.ts';
import type { Faults } from '#tests/browser/support/faults.ts';
import { answerByKeyboard, button as named, press, sendPaperByKeyboard } from '#tests/browser/support/keyboard.ts';
import { addPdf, test, type World } from '#tests/browser/support/world.ts';
import {
  buildDocumentRequest,
  buildPayment,
  buildPdf,
  buildTextDocument,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

type Tour = (visit: {
  page: Page;
  host: Host;
  world: World;
  faults: Faults;
  language: Language;
  say: Say;
  /** Opens a page in the tour's language. */
  open: (url: string) => Promise<unknown>;
  look: (screen: string) => Promise<void>;
}) => Promise<void>;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name });
const autoOpen = { autoOpen: true };

const pdf = async (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(await buildPdf()) });

const seeGates: Tour = async ({ page, host, world, faults, language, say, open, look }) => {
  const { url } = await world.startSession({ settings: withConsent, interactions: [] });
  faults.fail(giveConsent, 'server-error', { times: 2 });
  await open(url);
  await button(page, say('gate.consent.agree')).click();
  await expect(region(page, say('gate.consent.failed.label'))).toBeVisible();
  await look('consent that was not saved');

  faults.fail(requestNewLink, 'server-error', { times: 2 });
  await host.openScenario(page, 'link-expired', language);
  await button(page, say('gate.link-expired.send')).click();
  await expect(region(page, say('gate.link-expired.failed.label'))).toBeVisible();
  await look('new link that was not sent');
};

const seeSigning: Tour = async ({ page, world, faults, say, open, look }) => {
  const interactions = [buildTextDocument(await addPdf(world), 'Loan agreement')];
  const { url } = await world.startSession({ settings: autoOpen, interactions });
  faults.fail(getEsign, 'garbage', { times: 2 });
  await open(url);
  await expect(heading(page, say('journey.failed.title', { title: 'Loan agreement' }))).toBeVisible();
  await look('a task that does not open');
  faults.heal();
  await button(page, say('journey.failed.retry')).click();
  await page.getByRole('textbox', { name: 'Place of residence' }).fill('Bristol');
  faults.fail(saveEsignDraft, 'server-error', { times: Infinity });
  faults.fail(sign, 'server-error');
  await button(page, say('esign.submit.approve')).click();
  await expect(region(page, say('esign.problem.title'))).toBeVisible();
  await look('a signature that was not sent');
  faults.fail(decline, 'server-error');
  await button(page, say('esign.decline')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('esign.decline.submit') }).click();
  await expect(dialog.getByRole('region')).toBeVisible();
  await look('a refusal that was not sent');
};

const seePapers: Tour = async ({ page, world, faults, say, open, look }) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: [buildDocumentRequest()] });
  await open(url);
  const choose = page.getByLabel(say('files.choose-label', { item: 'Latest payslip' }));
  await choose.setInputFiles(await pdf('one.pdf'));
  await expect(button(page, say('files.remove', { name: 'one.pdf' }))).toBeVisible();
  faults.fail(submitDocuments, 'server-error');
  await page.getByRole('main').getByRole('button').last().click();
  await expect(region(page, say('documents.not-sent'))).toBeVisible();
  await look('papers that were not sent');
  faults.fail(createUpload, 'garbage');
  await choose.setInputFiles(await pdf('two.pdf'));
  await expect(page.getByText(say('failures.contract'))).toBeVisible();
  await faults.cut();
  await choose.setInputFiles(await pdf('three.pdf'));
  await expect(region(page, say('notices.offline.label'))).toBeVisible();
  await look('a file that did not get through, and one that waits for the network');
  await faults.restore();
  faults.fail(removeFile, 'server-error', { times: 2 });
  await button(page, say('files.remove', { name: 'one.pdf' })).click();
  await button(page, say('files.remove-yes')).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await look('a file that was not removed');
};

const seeQuestions: Tour = async ({ page, world, faults, say, open, look }) => {
  const { url, interactions } = await world.startSession({ settings: autoOpen, interactions: [buildWorkflow()] });
  faults.fail(getFeed, 'offline', { times: Infinity });
  await open(url);
  const employer = page.getByRole('textbox', { name: 'Who do you work for?' });
  await expect(employer).toBeVisible();
  await world.customer(url).ask(
    saveWorkflowDraft,
    { interactionId: interactions[0] ?? '' },
    {
      writer: 'another-device',
      revision: 0,
      takeOver: false,
      content: { answers: { employer: 'Southwind' }, step: 'work' },
    },
  );
  await employer.fill('Northwind');
  await expect(region(page, say('workflow.elsewhere.label'))).toBeVisible();
  await look('answers from elsewhere');
  await button(page, say('workflow.elsewhere.keep')).click();
  faults.fail(saveWorkflowDraft, 'server-error', { times: Infinity });
  await employer.fill('Northwind Ltd');
  await employer.press('Enter');
  await expect(heading(page, say('workflow.review.title'))).toBeVisible();
  faults.fail(submitAnswers, 'server-error');
  await button(page, say('workflow.review.send')).click();
  await expect(page.getByRole('alert').filter({ hasText: say('workflow.send-failed.title') })).toBeVisible();
  await look('answers that were not sent, and are on this device only');
  faults.fail(getWorkflow, 'garbage', { times: Infinity });
  await page.reload();
  await expect(heading(page, say('journey.failed.title', { title: 'About your work' }))).toBeVisible();
};

const seeRoom: Tour = async ({ page, world, faults, say, open, look }) => {
  const { url } = await world.startSession({ interactions: [buildPayment()] });
  await open(url);
  const payFee = page.getByRole('button', { name: /Arrangement fee/ });
  const messages = button(page, say('chat.open'));
  await expect(payFee).toBeVisible();
  await faults.cut();
  await payFee.click();
  await expect(page.getByText(say('failures.network')).first()).toBeVisible();
  await look('a payment without a network');
  await faults.restore();
  if (await messages.isVisible()) await messages.click();
  faults.fail(sendMessage, 'server-error', { times: 3 });
  await page.getByRole('textbox', { name: say('chat.field') }).fill('Are you there?');
  await button(page, say('chat.send')).click();
  await expect(button(page, say('chat.resend'))).toBeVisible();
  await look('a message that was not sent');
  await page.keyboard.press('Escape');
  faults.fail(startCheckout, 'lost-answer');
  await payFee.click();
  faults.fail(settlePayment, 'garbage');
  await button(page, 'Pay €49.00').click();
  await expect(heading(page, say('payment.return.failed-title'))).toBeVisible();
  await look('a payment that could not be checked');
};

const tours = [
  ['at the gates', seeGates],
  ['in signing', seeSigning],
  ['with papers', seePapers],
  ['with questions', seeQuestions],
  ['in the room', seeRoom],
] as const;

/**
 * Note: English on the desktop's project, Arabic on the phone's, both on the smallest screen: colours do not depend on the language, and
 * how a screen is built depends on neither.
 */
for (const [where, see] of tours) {
  test(`What goes wrong ${where} is said so that everybody can go on`, async ({
    page,
    host,
    world,
    faults,
    isMobile,
  }) => {
    const language = isMobile ? 'ar' : 'en';
    await page.setViewportSize({ width: 320, height: 568 });
    await see({
      page,
      host,
      world,
      faults,
      language,
      say: createSay(language),
      open: (url) => page.goto(`${url}?lang=${language}`),
      look: async (screen) => {
        await expectRoomy(page, screen);
        await expectFitting(page, screen);
        await (isMobile ? expectUnderstandable : expectReadable)(page, screen);
      },
    });
  });
}

test.describe('without a mouse', { tag: '@desktop' }, () => {
  test('Where colours are forced and nothing moves, a customer without a mouse gets on from everything that goes wrong', async ({
    page,
    world,
    faults,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const interactions = [buildTextDocument(await addPdf(world), 'Form'), buildDocumentRequest(), buildWorkflow()];
    const { url } = await world.startSession({ settings: autoOpen, interactions });
    await page.goto(url);

    await press(page, page.getByRole('textbox', { name: 'Place of residence' }), 'B');
    faults.fail(sign, 'server-error');
    await press(page, named(page, 'Approve and continue'));
    await expect(region(page, 'Not sent')).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await press(page, named(page, 'Try again'));
    await expect(heading(page, 'Proof of income')).toBeFocused();

    await press(page, named(page, 'Send documents'));
    await expect(page.getByRole('alert').filter({ hasText: 'One thing is left to do' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    faults.fail(submitDocuments, 'garbage');
    await sendPaperByKeyboard(page);
    await expect(region(page, 'Not sent yet')).toBeVisible();
    await press(page, region(page, 'Not sent yet').getByRole('button', { name: 'Try again' }));
    await expect(heading(page, 'Your work')).toBeFocused();

    faults.fail(submitAnswers, 'server-error');
    await answerByKeyboard(page);
    await expect(page.getByRole('alert').filter({ hasText: 'Your answers were not sent' })).toBeVisible();
    await expect(button(page, 'Send my answers')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page, /Nothing to do for now/)).toBeFocused();
  });
});
