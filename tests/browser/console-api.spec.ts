/** A system of the business, as `docs/examples/embed` has it: let in by an administrator, showing the room in a page of its own, told by a webhook. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

import { expect, type Page } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test } from '#tests/browser/support/world.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function startShop(environment: Record<string, string>): Promise<ChildProcess> {
  const shop = spawn(process.execPath, ['docs/examples/embed/server.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(shop.stdout, 'data');
  return shop;
}

async function addKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Add key' }).click();
  const form = dialog(page, 'Add an API key');
  await form.getByRole('textbox', { name: 'Name of the system' }).fill('The shop');
  await form.getByRole('checkbox', { name: /^Change sessions/ }).check();
  await expectUnderstandable(page, 'adding a key', 'dialog');
  await form.getByRole('button', { name: 'Add key' }).click();
  const told = dialog(page, 'The key of The shop');
  const secret = await told.getByRole('textbox', { name: 'Key' }).inputValue();
  await told.getByRole('button', { name: 'Done' }).click();
  return secret;
}

async function addWebhook(page: Page, url: string): Promise<string> {
  await page.getByRole('button', { name: 'Add webhook' }).click();
  const form = dialog(page, 'Add a webhook');
  await form.getByRole('textbox', { name: 'Address' }).fill(url);
  await form.getByRole('button', { name: 'Add webhook' }).click();
  const told = dialog(page, 'The webhook is added');
  const secret = await told.getByRole('textbox', { name: 'Signing secret' }).inputValue();
  await told.getByRole('button', { name: 'Done' }).click();
  return secret;
}

test('A shop is let in and told: its customer answers in a frame of its page, it hears of it signed, and reads the answer', async ({
  page,
  browser,
  world,
}) => {
  await openConsole(page, world, '/api-access');
  const port = await findFreePort();
  const hooks = `http://127.0.0.1:${port}/hooks`;
  const API_KEY = await addKey(page);
  const WEBHOOK_SECRET = await addWebhook(page, hooks);
  await expectUnderstandable(page, 'API access', 'main');
  await expectRoomy(page, 'API access');

  const shop = await startShop({ ROOM: world.origin, API_KEY, WEBHOOK_SECRET, PORT: String(port) });
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(`http://127.0.0.1:${port}/`);
  const room = customer.frameLocator('iframe');
  await room.getByRole('radio', { name: 'Yes' }).check();
  await room.getByRole('button', { name: 'Continue' }).click();
  await room.getByRole('button', { name: /^Send/ }).click();
  await expect(customer.getByRole('status')).toHaveText('We keep your address.');
  const said = customer.getByRole('list', { name: 'What the room says' }).getByRole('listitem');
  await expect(said).toHaveText(['It is there.', 'Completed: workflow', 'Nothing is left to do.']);

  await page.getByRole('link', { name: hooks }).click();
  const log = page.getByRole('region', { name: 'What was sent' });
  for (const told of [
    'A session started',
    'Something was asked for',
    'Signed, handed in, answered or paid',
    'A session ended',
  ]) {
    await expect(log.getByRole('listitem').filter({ hasText: told }).first()).toContainText(/Arrived.*HTTP 204/s);
  }
  await expectUnderstandable(page, 'a webhook', 'main');
  await expectReadable(page, 'a webhook', 'main');
  await expectRoomy(page, 'a webhook');

  await page.getByRole('button', { name: 'Remove' }).click();
  await dialog(page, 'Remove this webhook?').getByRole('button', { name: 'Remove the webhook' }).click();
  await expect(page.getByText(/^There are no webhooks/)).toBeVisible();
  await page.goto(`${world.origin}/console/api-access`);
  await page.getByRole('button', { name: 'Revoke The shop' }).click();
  await dialog(page, 'Revoke the key of The shop?').getByRole('button', { name: 'Revoke the key' }).click();
  await expect(page.getByText('There are no keys.')).toBeVisible();
  expect((await customer.request.get(`http://127.0.0.1:${port}/`)).status()).toBe(502);
  await customer.context().close();
  shop.kill();
  await once(shop, 'exit');
});
