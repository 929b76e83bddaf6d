import { type Browser, expect, type Locator, type Page } from '@playwright/test';

import { withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import { heading } from '#tests/browser/support/customer.ts';
import type { Host } from '#tests/browser/support/host.ts';
import { addPdf, test, type World } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildWorkflow } from '#tests/support/sample-interactions.ts';

const cookies = (page: Page) => page.getByRole('region', { name: 'About cookies' });
const message = (page: Page) => page.getByRole('region', { name: 'Message from the team' });
const gotIt = (page: Page) => page.getByRole('button', { name: 'Got it' });

const phoneSizes = [
  { width: 320, height: 568 },
  { width: 375, height: 667 },
] as const;

/** What opens first, its heading, and the action that leads on. */
const firstScreens = [
  [async (world: World) => buildEsign(await addPdf(world)), 'Loan agreement', 'Next'],
  [async () => buildDocumentRequest(), 'Proof of income', 'Send documents'],
  [async () => buildWorkflow(), 'Your work', 'Continue'],
] as const;

test.describe('on the smallest phones', { tag: '@phone' }, () => {
  for (const size of phoneSizes) {
    test(`Both notices leave the main action in view and free at ${size.width}×${size.height}`, async ({
      page,
      world,
    }) => {
      await page.setViewportSize(size);
      const settings = { autoOpen: true, ...withDisclaimer, ...withInactiveAgentMessage };
      for (const [build, title, action] of firstScreens) {
        const interactions = [await build(world)];
        const { url } = await world.startSession({ settings, interactions, isAgentConnected: false });
        await page.goto(url);
        const main = page.getByRole('button', { name: action, exact: true });
        await expect(main).toBeInViewport({ ratio: 1 });
        await expect(heading(page, title)).toBeVisible();
        await expect(message(page)).toBeVisible();

        for (const notice of [cookies(page), message(page)]) {
          expect(await areApart(notice, main), `${title}: a notice lies over the action`).toBe(true);
          expect(await areApart(notice, heading(page, title)), `${title}: a notice lies over the heading`).toBe(true);
        }
        expect(await isOnTop(main), `${title}: something lies over the action`).toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      }
    });
  }
});

async function areApart(one: Locator, two: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await two.boundingBox()];
  if (!a || !b) throw new Error('Failed to measure: something is not drawn.');
  return a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x;
}

/** Whether a finger on its middle reaches it. */
const isOnTop = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

/** Collects what the live regions say, from before the first screen is drawn. */
async function recordAnnouncements(page: Page): Promise<() => readonly string[]> {
  const heard: string[] = [];
  await page.exposeFunction('hear', (words: string) => heard.push(words));
  await page.addInitScript(`
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('output[aria-live], [role="alert"]'))
        if (region.textContent !== '') hear(region.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  `);
  return () => heard;
}

const expectEntered = (page: Page) => expect(heading(page, 'Personal loan agreement')).toBeVisible();

/** Another browser knows nothing of it. */
async function expectAskedElsewhere(browser: Browser, host: Host): Promise<void> {
  const other = await browser.newContext();
  const page = await other.newPage();
  await host.openScenario(page, 'notices-disclaimer');
  await expect(cookies(page)).toBeVisible();
  await other.close();
}

test.describe('on any screen', { tag: '@desktop' }, () => {
  test('By keyboard the notices come first after the way to the content, and both are announced', async ({
    page,
    host,
  }) => {
    const readHeard = await recordAnnouncements(page);
    await host.openScenario(page, 'notices-both');
    await expect(cookies(page)).toBeVisible();

    const order: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      order.push((await focused.getAttribute('aria-label')) ?? (await focused.textContent()));
    }
    expect(order).toEqual(['Skip to content', 'Got it', 'Dismiss']);
    await expect
      .poll(readHeard)
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('We use cookies to keep your place'),
          expect.stringContaining('Ada is not at her desk right now.'),
        ]),
      );

    await page.keyboard.press('Enter');
    await expect(message(page)).toBeHidden();
    await expect(cookies(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).not.toHaveText('Skip to content');
  });

  test('Acknowledged cookies are not mentioned again: not after a reload, not at the next visit', async ({
    page,
    browser,
    host,
  }) => {
    const link = await host.openScenario(page, 'notices-disclaimer');
    expect(await page.context().cookies()).toEqual([]);
    await gotIt(page).click();
    await expect(cookies(page)).toBeHidden();
    await expect(heading(page, 'Personal loan agreement')).toBeVisible();

    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'session-room-notice', path: '/', sameSite: 'Lax', secure: false });
    const daysLeft = ((cookie?.expires ?? 0) - Date.now() / 1_000) / 86_400;
    expect(Math.round(daysLeft)).toBe(365);

    await page.reload();
    await expectEntered(page);
    await expect(cookies(page)).toBeHidden();
    const nextVisit = await page.context().newPage();
    await nextVisit.goto(link);
    await expectEntered(nextVisit);
    await expect(cookies(nextVisit)).toBeHidden();

    await expectAskedElsewhere(browser, host);
  });

  test('The message leaves by itself when the agent comes back, and does not return when the agent leaves', async ({
    page,
    world,
  }) => {
    const { url } = await world.startSession({
      settings: { autoOpen: true, ...withDisclaimer, ...withInactiveAgentMessage },
      interactions: [buildWorkflow()],
      isAgentConnected: false,
    });
    await page.goto(url);
    await expect(message(page)).toHaveText(/right now\.\nYou can do everything here/);

    await world.agent.setPresence(true);
    await expect(message(page)).toBeHidden();
    await expect(cookies(page)).toBeVisible();
    await world.agent.setPresence(false);
    await gotIt(page).click();
    await expect(message(page)).toBeHidden();

    await page.reload();
    await expect(message(page)).toBeVisible();
    await expect(cookies(page)).toBeHidden();
  });

  test('Only what the policy asks for is shown', async ({ page, host }) => {
    for (const [scenario, hasCookies, hasMessage] of [
      ['notices-none', false, false],
      ['notices-disclaimer', true, false],
      ['notices-inactive-agent', false, true],
      ['notices-agent-active', false, false],
    ] as const) {
      await host.openScenario(page, scenario);
      await expectEntered(page);
      await expect(cookies(page), scenario).toHaveCount(hasCookies ? 1 : 0);
      await expect(message(page), scenario).toHaveCount(hasMessage ? 1 : 0);
    }
  });
});
