/** What a customer without a mouse does. Every stop on the way must be there to see. */
import { expect, type Keyboard, type Locator } from '@playwright/test';

import { heading, pageOf, type Screen } from '#tests/browser/support/customer.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const keyboardOf = (screen: Screen): Keyboard => pageOf(screen).keyboard;

/** More presses than any page here has stops. */
const mostStops = 40;

/** Goes on with Tab until the control has the focus; every stop on the way must be there to see. */
export async function tabTo(screen: Screen, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let count = 0; count < mostStops; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboardOf(screen).press('Tab');
    const problem = await findFocusProblem(screen);
    expect(problem).toBeNull();
  }
  throw new Error(`Failed to reach ${target.toString()} with Tab in ${mostStops} steps.`);
}

/** Null when what has the focus can be seen and is marked. At the end of the page the focus leaves it: nothing to see. */
const findFocusProblem = (screen: Screen): Promise<string | null> =>
  screen.evaluate(() => {
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

export async function press(screen: Screen, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(screen, target);
  await keyboardOf(screen).press(key);
}

export const button = (screen: Screen, name: string | RegExp) => screen.getByRole('button', { name });

export async function signByKeyboard(screen: Screen): Promise<void> {
  await press(screen, button(screen, 'Next'));
  const place = button(screen, /^Your signature, required/);
  await expect(place).toBeFocused();
  await keyboardOf(screen).press('Enter');

  const sheet = screen.getByRole('dialog', { name: 'Your signature' });
  await expect(sheet).toBeVisible();
  await tabTo(screen, sheet.getByRole('tab', { name: 'Draw' }));
  await keyboardOf(screen).press('ArrowRight');
  await expect(sheet.getByRole('tab', { name: 'Type' })).toBeFocused();
  await tabTo(screen, sheet.getByRole('textbox', { name: 'Your full name' }));
  await keyboardOf(screen).press('Control+A');
  await keyboardOf(screen).type('Maya Thompson');
  await press(screen, sheet.getByRole('button', { name: 'Use it here' }));

  await expect(sheet).toBeHidden();
  await expect(button(screen, /^Your signature, done/)).toBeFocused();
  await press(screen, button(screen, 'Sign and continue'));
}

/** Note: the picker is the device's own; a file chosen in it arrives like this. */
export async function sendPaperByKeyboard(screen: Screen): Promise<void> {
  // Note: a browser that hears of it with the press still opens its own picker now and then.
  const choosing = pageOf(screen).waitForEvent('filechooser');
  await tabTo(screen, button(screen, 'Add a file for Latest payslip'));
  await keyboardOf(screen).press('Space');
  const picker = await choosing;
  await picker.setFiles({ name: 'payslip.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await buildPdf()) });
  await expect(button(screen, 'Remove payslip.pdf')).toBeVisible();
  await expect(screen.locator('body')).not.toBeFocused();
  await press(screen, button(screen, 'Send 1 document'));
}

export async function answerByKeyboard(screen: Screen): Promise<void> {
  await press(screen, button(screen, 'Continue'));
  await expect(screen.getByRole('alert').filter({ hasText: 'One answer needs another look' })).toBeFocused();
  await press(screen, screen.getByRole('link', { name: /Who do you work for\?/ }));
  await expect(screen.getByRole('textbox', { name: 'Who do you work for?' })).toBeFocused();
  await keyboardOf(screen).type('Northwind');
  await keyboardOf(screen).press('Enter');
  await expect(heading(screen, 'Check your answers')).toBeFocused();
  await press(screen, button(screen, 'Send my answers'));
}

export async function writeByKeyboard(screen: Screen): Promise<void> {
  const field = screen.getByRole('textbox', { name: 'Your message' });
  if (!(await field.isVisible())) await press(screen, button(screen, 'Messages'));
  await tabTo(screen, field);
  await keyboardOf(screen).type('All of it is with you now.');
  await press(screen, button(screen, 'Send'));
  await expect(screen.getByRole('log').getByText('All of it is with you now.')).toBeVisible();
  await expect(field).toBeFocused();
}
