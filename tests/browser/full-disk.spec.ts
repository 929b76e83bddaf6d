import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { getSession } from '#contract/endpoints/entry.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { expectRoom, heading } from '#tests/browser/support/customer.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorTeam, operatorToken } from '#tests/support/start-node-host.ts';

test('While the disk is full what a customer typed is kept and the failure said; when there is room, everything goes on', async ({
  page,
}) => {
  const folder = makeTemporaryFolder();
  const host = await spawnNodeHost({ dataFolder: join(folder.path, 'data') }, { siteFolder: 'dist/room' });
  /** What the process may write into files, as on a disk without room. */
  const limitFiles = (bytes: string) => spawnSync('prlimit', [`--pid=${host.pid}`, `--fsize=${bytes}:unlimited`]);
  const send = (request: Request) => fetch(request);
  const { url } = await createAgentClient(send, host.origin, operatorToken).startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: { autoOpen: true },
    interactions: [buildWorkflow()],
  });

  limitFiles('0');
  await page.goto(url);
  const employer = page.getByRole('textbox', { name: 'Who do you work for?' });
  await employer.fill('Northwind');
  await expect(page.getByText('Saved on this device. We will keep trying to save it online.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  const last = page.getByRole('button', { name: 'Send my answers' });
  await last.click();
  const problem = page.getByRole('alert').filter({ hasText: 'Your answers were not sent' });
  await expect(problem).toContainText('The service does not answer right now.');
  await page.reload();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await expect(page.getByText('Northwind')).toBeVisible();

  limitFiles('unlimited');
  await last.click();
  await expectRoom(page);
  const { interactions } = await createCustomerClient(send, url).ask(getSession);
  expect(interactions.map(({ status, revision }) => [status, revision])).toEqual([['completed', 2]]);
  await host.kill();
  folder.remove();
});
