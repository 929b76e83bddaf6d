import { expect } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test } from '#tests/browser/support/world.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { startMailServer } from '#tests/support/start-mail-server.ts';
import { operatorTeam, operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';
import { buildSessionInput } from '#tests/support/start-session.ts';

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

test(
  'A mail that its server will not have is seen as given up; sent again by hand once that is put right, it arrives',
  { tag: '@node' },
  async ({ page }) => {
    const mails = await startMailServer();
    mails.behave({
      onRcptTo: (_, __, callback) => callback(Object.assign(new Error('No such mailbox'), { responseCode: 550 })),
    });
    const host = await startNodeHost({
      consoleFolder: 'dist/console',
      settings: {
        mail: {
          server: { host: '127.0.0.1', port: mails.port, secure: false, requireTLS: false },
          from: { name: 'Harbour Credit', address: 'desk@harbour.example' },
        },
      },
    });
    const { sessionId } = await host.agent.startSession(buildSessionInput({ team: operatorTeam }));
    await openConsole(page, { origin: host.origin, credential: operatorToken }, `/outbox?session=${sessionId}`);
    const row = page.getByRole('listitem').filter({ hasText: 'Invitation to Cleo Customer' });
    await expect(row).toContainText(/Given up.*Tried once/s);
    await page.getByRole('combobox', { name: 'Delivery' }).selectOption('Given up');
    await row.getByRole('button').click();
    const message = page.getByRole('dialog', { name: 'Invitation to Cleo Customer' });
    await expect(message).toContainText(/It could not be delivered.*No such mailbox/s);
    await expectUnderstandable(page, 'a message that was given up', 'dialog');
    await expectReadable(page, 'a message that was given up', 'dialog');

    mails.behave({});
    await message.getByRole('button', { name: 'Try again' }).click();
    await expect(message).toContainText(/Sent.*It was handed over.*asked for it to be sent/s);
    expect(mails.received).toMatchObject([{ recipients: ['cleo@example.com'] }]);
    await page.keyboard.press('Escape');
    await expect(page.getByText('No message fits.')).toBeVisible();
    await host.stop();
    await mails.stop();
  },
);
