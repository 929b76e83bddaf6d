/**
 * One session, browsers that share nothing but the host. What reaches them is awaited as everywhere; how soon it does is the machine's
 * affair, so it is attached (`times`), and told in `docs/benchmark.md`.
 */
import { type Browser, expect, type Page } from '@playwright/test';

import { listMessages } from '#contract/endpoints/message.ts';
import { answerQuestions, heading, sendPapers } from '#tests/browser/support/customer.ts';
import { watchViolations } from '#tests/browser/support/violations.ts';
import { test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildWorkflow } from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Another customer's browser. */
async function openBrowser(browser: Browser, url: string) {
  const context = await browser.newContext();
  const violations = await watchViolations(context);
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    close: async () => {
      await context.close();
      expect(violations).toEqual([]);
    },
  };
}

test('What the agent does reaches both browsers of a session at once, each thing of its own', async ({
  page,
  browser,
  world,
}, info) => {
  const { agent } = world;
  const { url, sessionId, interactions } = await world.startSession({
    interactions: [buildDocumentRequest()],
    isAgentConnected: false,
  });
  const papers = first(interactions);
  const other = await openBrowser(browser, url);
  await page.goto(url);
  for (const one of [page, other.page]) await expect(heading(one, 'One thing to do')).toBeVisible();
  await button(page, 'Start: Proof of income').click();
  await sendPapers(page, 'Proof of income');
  for (const one of [page, other.page]) await expect(heading(one, 'Nothing to do for now')).toBeVisible();

  const times: Record<string, number[]> = {};
  const see = async <Result>(what: string, act: () => Promise<Result>, isSeen: (one: Page) => Promise<void>) => {
    const startedAt = performance.now();
    const seen = [page, other.page].map(async (one) => {
      await isSeen(one);
      return Math.round(performance.now() - startedAt);
    });
    const [result, ...took] = await Promise.all([act(), ...seen]);
    times[what] = took;
    return result;
  };

  await see(
    'presence',
    () => agent.setPresence(true),
    (one) => one.getByText('Available now').waitFor(),
  );
  const added = await see(
    'add',
    () => agent.addInteraction(sessionId, buildWorkflow()),
    (one) => button(one, 'Start: About your work').waitFor(),
  );
  await see(
    'withdraw',
    () => agent.withdraw(sessionId, added, 'We have it already.'),
    (one) => button(one, 'Start: About your work').waitFor({ state: 'hidden' }),
  );
  await see(
    'return',
    () => agent.returnForCorrection(sessionId, papers, 'The second page is missing.'),
    (one) => button(one, 'Fix: Proof of income').waitFor(),
  );
  await see(
    'message',
    () => agent.sendMessage(sessionId, 'Hello Maya.'),
    (one) => button(one, 'Messages, 1 unread').waitFor(),
  );
  await see(
    'end',
    () => agent.endSession(sessionId),
    (one) => heading(one, 'This visit has ended').waitFor(),
  );

  await info.attach('times', { body: JSON.stringify(times), contentType: 'application/json' });
  await other.close();
});

test('Two customers’ browsers on one link are both let in, and what is done and written in one is there in the other', async ({
  page,
  browser,
  world,
}) => {
  const { url } = await world.startSession({
    settings: { autoOpen: true },
    interactions: [buildWorkflow(), buildDocumentRequest()],
  });
  const other = await openBrowser(browser, url);
  await page.goto(url);
  for (const one of [page, other.page]) await expect(heading(one, 'Your work')).toBeVisible();

  await answerQuestions(page);
  await expect(heading(other.page, 'Proof of income')).toBeVisible();
  await sendPapers(other.page, 'Proof of income');
  await expect(heading(page, 'Nothing to do for now')).toBeVisible();

  await button(page, 'Messages').click();
  await page.getByRole('textbox', { name: 'Your message' }).fill('Is that all?');
  await button(page, 'Send').click();
  await button(other.page, 'Messages').click();
  await expect(other.page.getByRole('log')).toContainText('Is that all?');
  const { messages } = await world.customer(url).ask(listMessages);
  expect(messages.map(({ text }) => text)).toEqual(['Is that all?']);
  await other.close();
});

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('Nothing was started.');
  return item;
}
