import { expect, test } from '@playwright/test';

import { heading } from '#tests/browser/support/customer.ts';
import { openScenario } from '#tests/browser/support/scenario.ts';

test('What an agent does later in a scenario reaches every tab of the customer, live', async ({ page, context }) => {
  const link = await openScenario(page, 'later-added-in-room');
  await expect(heading(page, 'One thing to do')).toBeVisible();
  const customer = await context.newPage();
  await customer.goto(link);
  await expect(heading(customer, 'One thing to do')).toBeVisible();

  await expect(heading(page, '2 things to do')).toBeVisible({ timeout: 20_000 });
  await expect(heading(customer, '2 things to do')).toBeVisible();
});
