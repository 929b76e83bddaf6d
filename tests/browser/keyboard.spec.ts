import { expect, type Locator, type Page } from '@playwright/test';

import { heading } from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';

/** More presses than any page here has stops. */
const mostStops = 40;

/** Goes on with Tab until the control has the focus; every stop on the way must be there to see. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let count = 0; count < mostStops; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const problem = await findFocusProblem(page);
    expect(problem).toBeNull();
  }
  throw new Error(`Failed to reach ${target.toString()} with Tab in ${mostStops} steps.`);
}

/** Null when what has the focus can be seen and is marked. At the end of the page the focus leaves it: nothing to see. */
const findFocusProblem = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const marked = (element: Element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    };
    const { x, y, width, height } = focused.getBoundingClientRect();
    const isInView = x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight;
    const name = focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 40);
    const what = `${focused.tagName} “${name}”`;
    if (!isInView || width === 0 || height === 0) return `${what} has the focus out of sight`;
    const around = [
      focused,
      ...focused.querySelectorAll('*'),
      ...(focused.parentElement ? [focused.parentElement] : []),
    ];
    return around.some(marked) ? null : `${what} has no ring (${outlineStyle} ${outlineWidth})`;
  });

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function signByKeyboard(page: Page): Promise<void> {
  await press(page, button(page, 'Next'));
  const place = button(page, /^Your signature, required/);
  await expect(place).toBeFocused();
  await page.keyboard.press('Enter');

  const sheet = page.getByRole('dialog', { name: 'Your signature' });
  await expect(sheet).toBeVisible();
  await tabTo(page, sheet.getByRole('tab', { name: 'Draw' }));
  await page.keyboard.press('ArrowRight');
  await expect(sheet.getByRole('tab', { name: 'Type' })).toBeFocused();
  await tabTo(page, sheet.getByRole('textbox', { name: 'Your full name' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Maya Thompson');
  await press(page, sheet.getByRole('button', { name: 'Use it here' }));

  await expect(sheet).toBeHidden();
  await expect(button(page, /^Your signature, done/)).toBeFocused();
  await press(page, button(page, 'Sign and continue'));
}

/** Note: the picker is the device's own; a file chosen in it arrives like this. */
async function sendPaperByKeyboard(page: Page): Promise<void> {
  await tabTo(page, button(page, 'Add a file for Latest payslip'));
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  const picker = await choosing;
  await picker.setFiles({ name: 'payslip.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await buildPdf()) });
  await expect(button(page, 'Remove payslip.pdf')).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await press(page, button(page, 'Send 1 document'));
}

async function answerByKeyboard(page: Page): Promise<void> {
  await press(page, button(page, 'Continue'));
  await expect(page.getByRole('alert').filter({ hasText: 'One answer needs another look' })).toBeFocused();
  await press(page, page.getByRole('link', { name: /Who do you work for\?/ }));
  await expect(page.getByRole('textbox', { name: 'Who do you work for?' })).toBeFocused();
  await page.keyboard.type('Northwind');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Check your answers')).toBeFocused();
  await press(page, button(page, 'Send my answers'));
}

async function writeByKeyboard(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  if (!(await field.isVisible())) await press(page, button(page, 'Messages'));
  await tabTo(page, field);
  await page.keyboard.type('All of it is with you now.');
  await press(page, button(page, 'Send'));
  await expect(page.getByRole('log').getByText('All of it is with you now.')).toBeVisible();
  await expect(field).toBeFocused();
}

test('A customer without a mouse signs, sends a paper, answers, and writes to the agent; the focus is always at the new heading', async ({
  page,
  world,
}) => {
  const interactions = [buildEsign(await addPdf(world)), buildDocumentRequest(), buildWorkflow()];
  const { url } = await world.startSession({ settings: { autoOpen: true }, interactions });
  await page.goto(url);
  await expect(heading(page, 'Loan agreement')).toBeVisible();

  await signByKeyboard(page);
  await expect(heading(page, 'Proof of income')).toBeFocused();
  await sendPaperByKeyboard(page);
  await expect(heading(page, 'Your work')).toBeFocused();
  await answerByKeyboard(page);
  await expect(heading(page, /Nothing to do for now|All done/)).toBeFocused();
  await writeByKeyboard(page);
});

test.describe('on any screen', () => {
  test.skip(({ isMobile }) => isMobile, 'The same on a phone.');

  test('By keyboard a task is started, left by the menu and found again; what opens gives the focus back', async ({
    page,
    world,
  }) => {
    const { url } = await world.startSession({ interactions: [buildWorkflow(), buildEsign(await addPdf(world))] });
    await page.goto(url);
    await expect(heading(page, '2 things to do')).toBeVisible();

    await press(page, button(page, 'Start: About your work'));
    await expect(heading(page, 'Your work')).toBeFocused();
    const menu = button(page, 'Menu');
    await press(page, menu);
    await tabTo(page, button(page, 'Finish later'));
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await press(page, menu);
    await press(page, button(page, 'Ask for help'));
    const help = page.getByRole('dialog', { name: 'Messages' });
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(menu).toBeFocused();
    await press(page, menu);
    await press(page, button(page, 'Finish later'));
    await expect(heading(page, '2 things to do')).toBeFocused();

    await press(page, button(page, 'Start: Loan agreement'));
    await expect(heading(page, 'Loan agreement')).toBeFocused();
    const decline = button(page, 'Decline to sign');
    await press(page, decline);
    await expect(page.getByRole('heading', { name: 'Decline to sign?' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(decline).toBeFocused();
    // Note: the browser's own shortcut for Back does not exist without its window.
    await page.goBack();
    await expect(heading(page, '2 things to do')).toBeFocused();
  });

  test('The first stop leads past the header to the content', async ({ page, world }) => {
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions: [buildWorkflow()] });
    await page.goto(url);
    await expect(heading(page, 'Your work')).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Who do you work for?' })).toBeFocused();
  });
});
