/** What happens around a task while the customer is there, and while they are not: the rows that `journey.spec.ts` does not walk. */
import { expect, type Page } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { getEntry, getFeed } from '#contract/endpoints/entry.ts';
import { getWorkflow } from '#contract/endpoints/workflow.ts';
import { partIdSchema } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { answer, signAs } from '#backend/scenarios/customer-steps.ts';
import {
  answerQuestions,
  expectRoom,
  heading,
  pay,
  sendPapers,
  signDocument,
} from '#tests/browser/support/customer.ts';
import { addPdf, test, type World } from '#tests/browser/support/world.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildTextDocument,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

const autoOpen: SettingsLevel = { autoOpen: true };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const employer = (page: Page) => page.getByRole('textbox', { name: 'Who do you work for?' });

const buildThree = async (world: World): Promise<AddInteractionInput[]> => [
  buildEsign(await addPdf(world)),
  buildDocumentRequest(),
  buildWorkflow(),
];

const finishLater = async (page: Page) => {
  await button(page, 'Menu').click();
  await button(page, 'Finish later').click();
};

test('Payments alone open nothing, hold nobody back, and a fresh entry after everything is done is the room', async ({
  page,
  world,
}) => {
  const { url, sessionId } = await world.startSession({ settings: autoOpen, interactions: [buildPayment()] });
  await page.goto(url);
  await expect(heading(page, 'One thing to do')).toBeVisible();
  await pay(page, 'Pay €49.00');
  await expect(heading(page, 'All done')).toBeVisible();

  await page.goto('about:blank');
  await page.goto(url);
  await expect(heading(page, 'All done')).toBeVisible();

  await page.goto('about:blank');
  await world.agent.addInteraction(sessionId, buildWorkflow());
  await page.goto(url);
  await answerQuestions(page);
  await page.goto(url);
  await expect(heading(page, 'All done')).toBeVisible();
});

test('A setting that is changed during the visit counts from the next entry', async ({ page, world }) => {
  const interactions = [buildWorkflow(), buildDocumentRequest()];
  await world.agent.saveTeamSettings(world.team, { autoOpen: true });
  const { url } = await world.startSession({ interactions });
  await page.goto(url);
  await expect(heading(page, 'Your work')).toBeVisible();

  await world.agent.saveTeamSettings(world.team, { autoOpen: false });
  await answerQuestions(page);
  await expect(heading(page, 'Proof of income')).toBeVisible();
  await page.goto(url);
  await expect(heading(page, 'One thing to do')).toBeVisible();

  await world.agent.saveTeamSettings(world.team, { autoOpen: true });
  await expect(heading(page, 'One thing to do')).toBeVisible();
  await page.goto(url);
  await expect(heading(page, 'Proof of income')).toBeVisible();
});

test('“Finish later” leads out of every kind of task and back to where the customer was; a declined one makes way for the next', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: await buildThree(world) });
  await page.goto(url);
  for (const [title, opened] of [
    ['Loan agreement', 'Loan agreement'],
    ['Proof of income', 'Proof of income'],
    ['About your work', 'Your work'],
  ] as const) {
    if (title !== 'Loan agreement') await button(page, `Start: ${title}`).click();
    await expect(heading(page, opened)).toBeVisible();
    await finishLater(page);
    await expect(heading(page, '3 things to do')).toBeFocused();
    await page.reload();
    await expect(heading(page, '3 things to do')).toBeVisible();
  }

  await page.goto(url);
  await button(page, 'Decline to sign').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Decline to sign' }).click();
  await expect(heading(page, 'Proof of income')).toBeFocused();
});

test('A kind of task that this page does not know waits in the room and is in nobody’s way', async ({
  page,
  world,
  faults,
}) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: [buildWorkflow()] });
  faults.fail(getEntry, 'newer-backend');
  faults.fail(getFeed, 'offline', { times: Infinity });
  await page.goto(url);
  await expect(heading(page, 'Your work')).toBeVisible();
  await finishLater(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'A call' })).toBeVisible();
  await button(page, 'Start: About your work').click();
  await answerQuestions(page);
  await expectRoom(page);
});

test('Who is inside when the link runs out may finish; whoever enters then is told', async ({ page, host, world }) => {
  const settings = { ...autoOpen, accessDuration: 1 };
  const { url } = await world.startSession({ settings, interactions: [buildWorkflow(), buildDocumentRequest()] });
  await page.clock.install();
  await page.goto(url);
  await employer(page).fill('North');
  const tomorrow = Date.now() + 25 * 3_600_000;
  await host.setTime(page, tomorrow);

  await answerQuestions(page);
  await sendPapers(page, 'Proof of income');
  await expectRoom(page);
  await page.goto(url);
  await host.setTime(page, tomorrow);
  await page.reload();
  await expect(heading(page, 'This link has expired')).toBeVisible();
});

const endings = [
  ['limited', 'This visit has ended'],
  ['none', 'This page is closed'],
] as const;

test('A visit that ends while the customer types says so, and what was typed is still with the business', async ({
  page,
  world,
}) => {
  for (const [level, words] of endings) {
    const settings = { ...autoOpen, endAccess: { level } };
    const { url, sessionId, interactions } = await world.startSession({ settings, interactions: [buildWorkflow()] });
    await page.goto(url);
    await employer(page).fill('Northwind');
    await expect(page.getByRole('main').getByText(/^Saved \d/)).toBeVisible();

    await world.agent.endSession(sessionId);
    await expect(heading(page, words), level).toBeFocused();
    if (level === 'none') continue;
    const draft = await world.customer(url).ask(getWorkflow, { interactionId: interactions[0] ?? '' });
    expect(draft.draft?.content.answers).toEqual({ employer: 'Northwind' });
  }
});

/** Note: without a window there are no tabs to change between; this is what the page notices of it. */
const lookAt = (tab: Page) =>
  tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

test('Files that one tab adds or removes show in the other, and either may send them', async ({
  page,
  context,
  world,
}) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: [buildDocumentRequest()] });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(url);
    await expect(heading(tab, 'Proof of income')).toBeVisible();
  }
  for (const [tab, name] of [
    [page, 'mine.pdf'],
    [other, 'theirs.pdf'],
  ] as const) {
    const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(await buildPdf()) };
    await tab.getByLabel('Choose a file for Latest payslip').setInputFiles(file);
    await expect(button(tab, `Remove ${name}`)).toBeVisible();
    await lookAt(tab === page ? other : page);
    await expect(button(page, `Remove ${name}`)).toBeVisible();
    await expect(button(other, `Remove ${name}`)).toBeVisible();
  }
  await button(other, 'Remove mine.pdf').click();
  await button(other, 'Remove file').click();
  await expect(button(other, 'Remove mine.pdf')).toBeHidden();
  await lookAt(page);
  await expect(button(page, 'Remove mine.pdf')).toBeHidden();
  await button(page, 'Send 1 document').click();
  for (const tab of [page, other]) await expectRoom(tab);
});

function lastOf<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new Error('Nothing was started.');
  return last;
}

/** As fast as a thumb can press: each press as soon as the one before had its effect, or has none. */
const storm = (page: Page, steps: readonly number[]) =>
  page.evaluate(async (all) => {
    for (const by of all) {
      const moved = new Promise((resolve) => {
        addEventListener('popstate', resolve, { once: true });
        setTimeout(resolve, 1_000);
      });
      history.go(by);
      await moved;
    }
  }, steps);

test('Ten quick presses of Back and Forward, wherever the customer is, end in the room or in a task, never on a blank page', async ({
  page,
  world,
}) => {
  const { url, interactions } = await world.startSession({ settings: autoOpen, interactions: await buildThree(world) });
  await page.goto(url);
  const zigzag = Array.from({ length: 10 }, (_, press) => (press % 2 === 0 ? -1 : 1));
  const expectSomewhere = () =>
    expect(heading(page, /to do$|^Loan agreement$|^Proof of income$|^Your work$|^Check/)).toBeVisible();

  await expect(heading(page, 'Loan agreement')).toBeVisible();
  await storm(page, zigzag);
  await expectSomewhere();
  await page.goto(url);
  await signDocument(page, 'Loan agreement');
  await storm(page, zigzag);
  await expectSomewhere();
  await page.goto(url);
  await sendPapers(page, 'Proof of income');
  await employer(page).fill('Northwind');
  await button(page, 'Continue').click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await storm(page, [...zigzag, -1, -1]);
  await expect(heading(page, 'One thing to do')).toBeVisible();
  await storm(page, [1, 1, ...zigzag]);
  await expectSomewhere();
  await answer(world.customer(url), lastOf(interactions), { [partIdSchema.parse('employer')]: 'Northwind' });
  await expect(heading(page, 'Nothing to do for now')).toBeVisible();
  await storm(page, zigzag.map(Math.abs));
  await expectRoom(page);
});

test('Going Back while something is being handed in ends in the room, with the task done', async ({ page, world }) => {
  const { url } = await world.startSession({ settings: autoOpen, interactions: await buildThree(world) });
  await page.goto(url);
  await signDocument(page, 'Loan agreement');
  await sendPapers(page, 'Proof of income');
  await employer(page).fill('Northwind');
  await button(page, 'Continue').click();
  await button(page, 'Send my answers').evaluate((send: HTMLElement) => {
    send.click();
    history.back();
    history.back();
  });
  await expectRoom(page);
  await expect(button(page, /^(Start|Continue)/)).toHaveCount(0);
});

test('What was typed into a task that was finished elsewhere does not stay on the device', async ({ page, world }) => {
  const interactions = [buildTextDocument(await addPdf(world), 'Form'), buildWorkflow()];
  const started = await world.startSession({ settings: autoOpen, interactions });
  const customer = world.customer(started.url);
  const [form, questions] = started.interactions;
  if (!form || !questions) throw new Error('Nothing was started.');
  await page.goto(started.url);

  await page.getByRole('textbox', { name: 'Place of residence' }).fill('Bristol');
  await signAs(customer, form, 'Maya Thompson');
  await employer(page).fill('Northwind');
  await answer(customer, questions, { [partIdSchema.parse('employer')]: 'Southwind' });
  await expectRoom(page);
  await page.reload();
  await expectRoom(page);

  const kept = await page.evaluate(() => Object.values(localStorage).join(' '));
  expect(kept).not.toMatch(/Bristol|Northwind/);
});

test('Fast fingers press everything twice and type without waiting, and are where they wanted to be', async ({
  page,
  world,
}) => {
  const { url } = await world.startSession({ interactions: await buildThree(world) });
  await page.goto(url);
  await button(page, 'Start: About your work').dblclick();
  await expect(heading(page, 'Your work')).toBeVisible();
  await page.goBack();
  await expect(heading(page, '3 things to do')).toBeVisible();

  await button(page, /^(Start|Continue): About your work$/).dblclick();
  await employer(page).pressSequentially('Northwind');
  await employer(page).press('Enter');
  await page.reload();
  await button(page, 'Send my answers').dblclick();
  await expect(heading(page, '2 things to do')).toBeFocused();

  await button(page, 'Start: Loan agreement').dblclick();
  await page.getByRole('button', { name: /^Your signature, required/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Your signature' });
  await sheet.getByRole('tab', { name: 'Type' }).dblclick();
  await page.reload();
  await page.getByRole('button', { name: /^Your signature, required/ }).click();
  await sheet.getByRole('tab', { name: 'Type' }).click();
  await sheet.getByRole('textbox', { name: 'Your full name' }).fill('Maya Thompson');
  await sheet.getByRole('button', { name: 'Use it here' }).dblclick();
  await expect(sheet).toBeHidden();
  await button(page, 'Sign and continue').dblclick();
  await expect(heading(page, 'One thing to do')).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});
