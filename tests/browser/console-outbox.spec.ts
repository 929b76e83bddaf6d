import { expect } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test } from '#tests/browser/support/world.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';

test('The invitation in the outbox says what was said, and its link makes whoever opens it the customer', async ({
  page,
  context,
  world,
}) => {
  const { sessionId } = await world.startSession({ interactions: [buildWorkflow()] });
  await openConsole(page, world, `/outbox?session=${sessionId}`);
  const opener = page.getByRole('button', { name: 'Invitation to Maya Thompson' });
  await expect(page.getByRole('listitem').filter({ has: opener })).toContainText('Not sent from here');
  await expectUnderstandable(page, 'the outbox', 'main');
  await expectReadable(page, 'the outbox', 'main');
  await opener.click();

  const message = page.getByRole('dialog', { name: 'Invitation to Maya Thompson' });
  await expect(message).toContainText('To Maya Thompson, maya.thompson@example.com');
  await expectUnderstandable(page, 'a message', 'dialog');
  await expectReadable(page, 'a message', 'dialog');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectRoomy(page, 'a message on the narrowest screen');

  const [room] = await Promise.all([
    context.waitForEvent('page'),
    message.getByRole('link', { name: 'Open as the customer' }).click(),
  ]);
  await expect(room.getByRole('heading', { name: 'About your work' })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expectRoomy(page, 'the outbox on the narrowest screen');
});
