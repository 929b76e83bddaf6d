/**
 * Every way of handing something in, against everything that can happen to it on the way: what the customer sees, what is kept, and
 * that the backend has it exactly once. The same stories without a browser are in `tests/room/app/handing-in.test.tsx`.
 */
import { expect, type Locator, type Page } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { submitDocuments } from '#contract/endpoints/document-request.ts';
import { getFeed, getSession } from '#contract/endpoints/entry.ts';
import { decline, saveEsignDraft, sign } from '#contract/endpoints/esign.ts';
import { saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { type InteractionId, partIdSchema } from '#contract/ids.ts';
import type { CustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, signAs, submitPapers } from '#backend/scenarios/customer-steps.ts';
import { heading } from '#tests/browser/support/customer.ts';
import type { Faults } from '#tests/browser/support/faults.ts';
import { addPdf, test, type World } from '#tests/browser/support/world.ts';
import {
  buildDocumentRequest,
  buildPdf,
  buildTextDocument,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

type HandingIn = {
  endpoint: typeof sign | typeof decline | typeof submitDocuments | typeof submitAnswers;
  build: (world: World, title: string) => Promise<AddInteractionInput>;
  /** Everything until only the last tap is left. */
  fill: (page: Page, title: string) => Promise<void>;
  last: (page: Page) => Locator;
  /** Where it says that it was not handed in. */
  problem: (page: Page) => Locator;
  expectKept: (page: Page) => Promise<void>;
  /** From another device. */
  complete: (customer: CustomerClient, id: InteractionId) => Promise<void>;
  closed: RegExp;
};

const residence = (page: Page) => page.getByRole('textbox', { name: 'Place of residence' });
const employer = (page: Page) => page.getByRole('textbox', { name: 'Who do you work for?' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const handingsIn: Record<string, HandingIn> = {
  'a signature': {
    endpoint: sign,
    build: async (world, title) => buildTextDocument(await addPdf(world), title),
    fill: async (page, title) => {
      await expect(heading(page, title)).toBeVisible();
      await residence(page).fill('Bristol');
      await expect(button(page, 'Approve and continue')).toBeEnabled();
    },
    last: (page) => button(page, 'Approve and continue'),
    problem: (page) => page.getByRole('region', { name: 'Not sent' }),
    expectKept: (page) => expect(residence(page)).toHaveValue('Bristol'),
    complete: (customer, id) => signAs(customer, id, 'Maya Thompson'),
    closed: /^completed$/,
  },
  'a refusal to sign': {
    endpoint: decline,
    build: async (world, title) => buildTextDocument(await addPdf(world), title),
    fill: async (page, title) => {
      await expect(heading(page, title)).toBeVisible();
      await button(page, 'Decline to sign').click();
      await page.getByRole('dialog').getByRole('textbox').fill('The rate is wrong.');
    },
    last: (page) => page.getByRole('dialog').getByRole('button', { name: 'Decline to sign' }),
    problem: (page) => page.getByRole('dialog').getByRole('region', { name: 'Not sent' }),
    expectKept: (page) => expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('The rate is wrong.'),
    complete: (customer, id) => signAs(customer, id, 'Maya Thompson'),
    closed: /^(declined|completed)$/,
  },
  papers: {
    endpoint: submitDocuments,
    build: async (_, title) => buildDocumentRequest(title),
    fill: async (page, title) => {
      await expect(heading(page, title)).toBeVisible();
      await page.getByLabel('Choose a file for Latest payslip').setInputFiles({
        name: 'payslip.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(await buildPdf()),
      });
      await expect(button(page, 'Remove payslip.pdf')).toBeVisible();
    },
    last: (page) => button(page, 'Send 1 document'),
    problem: (page) => page.getByRole('region', { name: 'Not sent yet' }),
    expectKept: (page) => expect(button(page, 'Remove payslip.pdf')).toBeVisible(),
    complete: async (customer, interactionId) => submitPapers(customer, interactionId),
    closed: /^under-review$/,
  },
  answers: {
    endpoint: submitAnswers,
    build: async (_, title) => buildWorkflow(title),
    fill: async (page, title) => {
      await expect(page.getByRole('banner')).toContainText(title);
      await employer(page).fill('Northwind');
      await button(page, 'Continue').click();
      await expect(heading(page, 'Check your answers')).toBeVisible();
    },
    last: (page) => button(page, 'Send my answers'),
    problem: (page) => page.getByRole('alert').filter({ hasText: 'Your answers were not sent' }),
    expectKept: (page) => expect(page.getByRole('main')).toContainText('Northwind'),
    complete: (customer, id) => answer(customer, id, { [partIdSchema.parse('employer')]: 'Northwind' }),
    closed: /^completed$/,
  },
};

const refused = [
  ['server-error', 'The service does not answer right now.'],
  ['garbage', 'do not understand each other'],
] as const;

const committed = ['lost-answer', 'late-error', 'broken-answer'] as const;

/** Whether all of it can be seen: nothing lies over it, the bar at the bottom neither. */
const expectInSight = (locator: Locator) =>
  expect
    .poll(() =>
      locator.evaluate((element) => {
        const { left, width, top, height } = element.getBoundingClientRect();
        const seen = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width / 2, top + height * part));
        return seen.every((one) => element.contains(one));
      }),
    )
    .toBe(true);

const readStatus = async (customer: CustomerClient, name: string) =>
  (await customer.ask(getSession)).interactions.find(({ title }) => title === name)?.status;

/** Nothing reaches this page by itself: what it knows, it asked for. */
const loseFeed = (faults: Faults) => faults.fail(getFeed, 'offline', { times: Infinity });

for (const [what, { endpoint, build, fill, last, problem, expectKept, closed, complete }] of Object.entries(
  handingsIn,
)) {
  test(`Handing in ${what}: what failed is said and kept, what was done is never called failed, nothing is done twice`, async ({
    page,
    world,
    faults,
  }) => {
    const titles = ['First', ...committed, 'held', 'last'];
    const interactions = await Promise.all(titles.map((title) => build(world, title)));
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions });
    loseFeed(faults);
    await page.goto(url);

    await fill(page, 'First');
    await faults.cut();
    await last(page).click();
    await expect(problem(page)).toContainText('No connection.');
    await expect(last(page)).toBeFocused();
    await faults.restore();
    for (const [fault, words] of refused) {
      faults.fail(endpoint, fault);
      await last(page).click();
      await expect(problem(page)).toContainText(words);
      await expectInSight(problem(page));
      await expect(last(page)).toBeFocused();
      await expectKept(page);
    }
    await last(page).dblclick();

    for (const title of committed) {
      await fill(page, title);
      faults.fail(endpoint, title);
      await last(page).click();
      await expect(page.getByText(`Done: ${title}`).first()).toBeVisible();
    }
    await fill(page, 'held');
    faults.fail(endpoint, 'held');
    await last(page).click();
    await expect.poll(() => readStatus(world.customer(url), 'held')).toMatch(closed);
    await page.reload();
    await fill(page, 'last');
    await expect(problem(page)).toBeHidden();
    await last(page).press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(heading(page, /All done|Nothing to do for now/)).toBeVisible();

    expect(faults.countArrived(endpoint)).toBe(titles.length);
    const session = await world.customer(url).ask(getSession);
    for (const { title, status, revision } of session.interactions) {
      expect(status, title).toMatch(closed);
      expect(revision, title).toBe(2);
    }
  });

  test(`Handing in ${what} that was done elsewhere, withdrawn or ended meanwhile tells the truth, whatever the page knew`, async ({
    page,
    world,
    faults,
  }) => {
    const titles = ['done elsewhere', 'withdrawn', 'ended'];
    const started = await world.startSession({
      settings: { autoOpen: true },
      interactions: await Promise.all(titles.map((title) => build(world, title))),
    });
    const [done, withdrawn] = started.interactions;
    if (!done || !withdrawn) throw new Error('Nothing was started.');
    loseFeed(faults);
    // Note: a draft that is refused would tell the page as well, before the tap or after it.
    for (const save of [saveEsignDraft, saveWorkflowDraft]) faults.fail(save, 'offline', { times: Infinity });
    await page.goto(started.url);

    await fill(page, 'done elsewhere');
    await complete(world.customer(started.url), done);
    await last(page).click();
    await expect(page.getByText('Done: done elsewhere').first()).toBeVisible();

    await fill(page, 'withdrawn');
    await world.agent.withdraw(started.sessionId, withdrawn, 'We have it already.');
    await last(page).click();
    await expect(page.getByRole('region', { name: 'No longer needed' })).toContainText('We have it already.');

    await fill(page, 'ended');
    await world.agent.endSession(started.sessionId);
    await last(page).click();
    await expect(heading(page, 'This visit has ended')).toBeFocused();

    const session = await world.customer(started.url).ask(getSession);
    expect(session.interactions.map(({ revision }) => revision)).toEqual([2, 2, 1]);
  });
}
