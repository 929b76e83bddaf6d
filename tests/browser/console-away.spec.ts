/** Whether the agent is there, as a customer who enters is told: what their console says, and nobody else. */
import { expect } from '@playwright/test';

import { getEntry } from '#contract/endpoints/entry.ts';
import { withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test } from '#tests/browser/support/world.ts';

test('A customer reads that the agent is away until one is at the console, and again once that was closed without a word', async ({
  context,
  page,
  world,
  host,
}) => {
  const { url } = await world.startSession({ settings: withInactiveAgentMessage, isAgentConnected: false });
  const message = page.getByRole('region', { name: 'Message from the team' });
  await page.goto(url);
  await expect(message).toBeVisible();

  const console = await context.newPage();
  await openConsole(console, world);
  const readActivity = async () => {
    const entry = await world.customer(url).ask(getEntry);
    return entry.kind === 'open' ? entry.agentActivity : entry.kind;
  };
  await expect.poll(readActivity).toBe('active');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(message).toBeHidden();

  await console.close();
  await host.setTime(page, Date.now() + 2 * 60_000);
  await page.reload();
  await expect(message).toBeVisible();
});
