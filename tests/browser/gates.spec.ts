import { expect, type Page } from '@playwright/test';

import { getEntry } from '#contract/endpoints/entry.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { answerQuestions, expectRoom, heading } from '#tests/browser/support/customer.ts';
import { watchRequests } from '#tests/browser/support/scenario.ts';
import { test } from '#tests/browser/support/world.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** What support asks for, behind its disclosure. */
const expectCode = async (page: Page, code: string) => {
  await page.getByText('Details for support').click();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
};

const withoutRemedy = [
  ['link-unknown', 'link-unknown', 'This link does not work', 'contact them'],
  ['link-expired-sms-off', 'link-expired', 'This link has expired', 'contact Harbour Credit and ask for a new link'],
  ['link-expired-embedded', 'link-expired', 'This link has expired', 'contact Harbour Credit and ask for a new link'],
  ['session-ended', 'session-ended', 'This page is closed', 'Harbour Credit has finished this matter'],
] as const satisfies [ScenarioName, string, string, string][];

test('Where nothing can be done here, the page says why and whom to ask, and knows nothing else', async ({
  page,
  host,
}) => {
  for (const [scenario, code, title, words] of withoutRemedy) {
    const requests = watchRequests(page);
    await host.openScenario(page, scenario);
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('button')).toHaveText(['']);
    await expectCode(page, code);
    expect(
      requests.filter((path) => path !== '/api/entry'),
      scenario,
    ).toEqual([]);
    page.removeAllListeners('request');
  }
});

for (const [scenario, channel, address, to] of [
  ['link-expired', 'email', 'm•••@example.com', 'maya.thompson@example.com'],
  ['link-expired-sms', 'sms', '•••42', '+447700900142'],
] as const) {
  test(`An expired link is renewed by ${channel}: the new one opens, the old one stays closed`, async ({
    page,
    host,
  }) => {
    const oldLink = await host.openScenario(page, scenario);
    await expect(heading(page, 'This link has expired')).toBeVisible();
    await expect(page.getByText(address)).toBeVisible();
    await expectCode(page, 'link-expired');

    await button(page, 'Send me a new link').click();
    await expect(page.getByRole('region', { name: 'Link sent' })).toContainText(address);
    await expect(button(page, 'Send me a new link')).toBeDisabled();
    await expect(page.getByText(/You can ask for another one in/)).toBeVisible();

    const sent = (await host.readOutbox(page)).filter(({ kind }) => kind === 'new-link');
    expect(sent).toEqual([expect.objectContaining({ channel, to })]);
    await page.goto(oldLink);
    await expect(heading(page, 'This link has expired')).toBeVisible();
    await expect(button(page, 'Send me a new link')).toBeDisabled();

    await page.goto(sent[0]?.url ?? '');
    await expect(heading(page, 'One thing to do')).toBeVisible();
    await expect(button(page, 'Start: Questions about you')).toBeVisible();
  });
}

test('After the end a customer reads and downloads, and finds nothing to send', async ({ page, host }) => {
  await host.openScenario(page, 'session-ended-limited');
  await expect(heading(page, 'This visit has ended')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Start|Continue|Fix|Pay)/ })).toHaveCount(0);

  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Download / })
    .first()
    .click();
  expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/);

  const messages = button(page, /^Messages/);
  if (await messages.isVisible()) await messages.click();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('Who does not agree is not let in, may change their mind later, and then is led to the first task', async ({
  page,
  host,
}) => {
  const requests = watchRequests(page);
  await host.openScenario(page, 'consent');
  await expect(heading(page, 'Before you start')).toBeVisible();
  await button(page, 'I do not agree').click();
  await expect(heading(page, 'You did not agree')).toBeFocused();
  await expectCode(page, 'consent-refused');

  await page.reload();
  await expect(heading(page, 'Before you start')).toBeVisible();
  await button(page, 'I do not agree').click();
  await button(page, 'Read it again').click();
  await expect(heading(page, 'Before you start')).toBeFocused();
  await expect(page.getByText('we need your consent')).toBeVisible();
  expect(new Set(requests.filter((path) => path !== '/api/entry'))).toEqual(new Set(['/api/consent']));

  await button(page, 'I agree').click();
  await expect(heading(page, 'Personal loan agreement')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Personal loan agreement')).toBeVisible();
});

test('Who refused last time is asked again and may agree', async ({ page, host }) => {
  await host.openScenario(page, 'consent-refused');
  await button(page, 'I agree').click();
  await expect(heading(page, 'Personal loan agreement')).toBeVisible();
});

// Note: that both go on by themselves is in `qa-host.spec.ts`.
for (const { fault, isOnline, title, code } of [
  { fault: 'offline', isOnline: false, title: 'You are offline', code: 'offline' },
  { fault: 'server-error', isOnline: true, title: 'We cannot reach the service', code: 'service-unavailable' },
] as const) {
  test(`“Try again” on “${title}” opens the page once there is an answer`, async ({ page, world, faults }) => {
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions: [buildWorkflow()] });
    faults.fail(getEntry, fault, { times: Infinity });
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'onLine', { value, configurable: true });
    }, isOnline);
    await page.goto(url);
    await expect(heading(page, title)).toBeVisible();
    await expectCode(page, code);

    faults.heal();
    await expect(async () => {
      const again = button(page, 'Try again');
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(heading(page, 'Your work')).toBeVisible({ timeout: 500 });
    }).toPass();
  });
}

/** Note: the browser's own switch does not reach what a service worker answers. */
const setOnline = (page: Page, isOnline: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { value, configurable: true });
    dispatchEvent(new Event(value ? 'online' : 'offline'));
  }, isOnline);

test.describe('on any screen', { tag: '@desktop' }, () => {
  test('What was typed is still there after the device lost the network and found it again', async ({
    page,
    world,
  }) => {
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions: [buildWorkflow()] });
    await page.goto(url);
    const employer = page.getByRole('textbox', { name: 'Who do you work for?' });
    await employer.fill('North');

    await setOnline(page, false);
    const notice = page.getByRole('region', { name: 'No connection' });
    await expect(notice).toBeVisible();
    await employer.pressSequentially('wind');
    await setOnline(page, true);

    await expect(notice).toBeHidden();
    await expect(employer).toHaveValue('Northwind');
    await answerQuestions(page);
    await expectRoom(page);
  });

  test('Two tabs of one link are both let in, both live, and what is done in one is done in the other', async ({
    page,
    context,
    world,
  }) => {
    const { url, sessionId } = await world.startSession({
      settings: { autoOpen: true },
      interactions: [buildWorkflow()],
    });
    const other = await context.newPage();
    await page.goto(url);
    await other.goto(url);
    for (const tab of [page, other]) await expect(heading(tab, 'Your work')).toBeVisible();

    await answerQuestions(page);
    await expectRoom(page);
    await expectRoom(other);
    await expect(heading(other, 'Your work')).toBeHidden();

    await world.agent.addInteraction(sessionId, buildWorkflow('One more question'));
    for (const tab of [page, other]) await expect(button(tab, 'Start: One more question')).toBeVisible();
    await world.agent.endSession(sessionId);
    for (const tab of [page, other]) await expect(heading(tab, 'This visit has ended')).toBeVisible();
  });

  test('Where two tabs fill in the same questions, the later one is told and nothing typed is lost', async ({
    page,
    context,
    world,
  }) => {
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions: [buildWorkflow()] });
    const other = await context.newPage();
    const employer = (tab: Page) => tab.getByRole('textbox', { name: 'Who do you work for?' });
    const saved = (tab: Page) => tab.getByRole('main').getByText(/^Saved /);
    await page.goto(url);
    await other.goto(url);
    await expect(employer(page)).toBeVisible();
    await expect(employer(other)).toBeVisible();

    await employer(page).fill('Northwind');
    await expect(saved(page)).toBeVisible();
    await employer(other).fill('Southwind');
    await expect(other.getByRole('region', { name: 'Filled in somewhere else' })).toBeVisible();
    await expect(employer(other)).toHaveValue('Southwind');
    await button(other, 'Use what is here').click();
    await expect(saved(other)).toBeVisible();
    await other.reload();
    await expect(employer(other)).toHaveValue('Southwind');
  });
});
