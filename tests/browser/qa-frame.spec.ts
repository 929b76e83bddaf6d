/** The QA flavour inside a page of another site, where the browser gives it no storage and no worker: the backend in the page answers. */
import { expect, test } from '@playwright/test';

import { addPayment } from '#tests/browser/support/add-payment.ts';
import { serveHostPage } from '#tests/browser/support/host-page.ts';
import { addFault, enterRoomAnew, openPanel } from '#tests/browser/support/qa-panel.ts';

test('In a frame of another site, where storage is blocked, a scenario opens and lives as well', async ({
  page,
  baseURL,
}) => {
  const host = await serveHostPage(`${baseURL}/?scenario=payment-only`);
  await page.goto(host.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Set-up fee').first()).toBeVisible();

  const room = page.frames().find((one) => one !== page.mainFrame());
  if (!room) throw new Error('Failed to find the frame of the room.');
  await addPayment(room, 'payment-only', 'Late fee');
  await expect(frame.getByText('Late fee').first()).toBeVisible();
  host.stop();
});

test('In a frame of another site, where nothing is kept, the panel works as well', async ({ page, baseURL }) => {
  const host = await serveHostPage(`${baseURL}/?scenario=payment-only`);
  await page.goto(host.url);
  const frame = page.frameLocator('iframe');
  const qa = await openPanel(frame, 'Agent');
  await qa.getByRole('button', { name: 'Workflow' }).click();
  await expect(frame.getByRole('main').getByText('Questions about you').first()).toBeVisible();

  await enterRoomAnew(frame);
  await expect(frame.getByRole('heading', { level: 1, name: 'A few questions about you' })).toBeVisible();
  await addFault(frame, '500, internal error', 'getEntry', '');
  await enterRoomAnew(frame);
  await expect(frame.getByRole('heading', { name: 'We cannot reach the service' })).toBeVisible();
  host.stop();
});
