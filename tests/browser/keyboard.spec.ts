import { expect } from '@playwright/test';

import { heading } from '#tests/browser/support/customer.ts';
import {
  answerByKeyboard,
  button,
  press,
  sendPaperByKeyboard,
  signByKeyboard,
  tabTo,
  writeByKeyboard,
} from '#tests/browser/support/keyboard.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildWorkflow } from '#tests/support/sample-interactions.ts';

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

test.describe('on any screen', { tag: '@desktop' }, () => {
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
