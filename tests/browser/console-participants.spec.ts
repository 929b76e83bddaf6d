/** An agent brings somebody into a session, gives them what the customer was asked for, and shuts them out again. */
import { expect, type Page } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { heading, signDocument } from '#tests/browser/support/customer.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildEsign, buildWorkflow } from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, region: string, name: string) =>
  page
    .getByRole('region', { name: region })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });

/** By keyboard alone, from a task that waits for the customer to the same task as somebody's who was not there before. */
async function giveToSomebodyNew(desk: Page): Promise<void> {
  await button(desk, 'Assign: Loan agreement').press('Enter');
  await expect(desk.getByRole('combobox', { name: 'Who does it' })).toHaveValue('new');
  await button(desk, 'Invite somebody').last().press('Enter');
  const form = desk.getByRole('dialog', { name: 'Invite somebody' });
  await form.getByRole('textbox', { name: 'Name of the person' }).fill('Anna Alder');
  await expect(form.getByRole('radio').or(form.getByRole('textbox', { name: /phone/i }))).toHaveCount(0);
  await form.getByRole('textbox', { name: 'Email' }).fill('maya.thompson@example.com');
  await desk.keyboard.press('Enter');
  await expect(form.getByText('Somebody with this contact takes part already.')).toBeVisible();
  await expectUnderstandable(desk, 'inviting somebody', 'dialog');
  await form.getByRole('textbox', { name: 'Email' }).fill('anna.alder@example.com');
  await desk.keyboard.press('Enter');
  // Note: whoever works at this desk is told links, to pass them on.
  await expect(desk.getByRole('dialog', { name: 'The new link of Anna Alder' })).toBeVisible();
  await button(desk, 'Done').press('Enter');
  const choice = desk.getByRole('dialog', { name: 'Assign: Loan agreement' });
  await expect(choice.getByRole('option', { selected: true })).toHaveText('Anna Alder (anna.alder@example.com)');
  await expectUnderstandable(desk, 'assigning a task', 'dialog');
  await choice.getByRole('button', { name: 'Assign' }).press('Enter');
  await expect(row(desk, 'What was asked for', 'Loan agreement')).toContainText('for Anna Alder');
}

test('Somebody is invited, by email where text messages are off, given a task and does it by their own link; the agent sees it and shuts them out', async ({
  page: anna,
  desk,
  world,
}) => {
  const { url, sessionId } = await world.startSession({
    settings: { autoOpen: true, textMessages: false },
    interactions: [buildEsign(await addPdf(world)), buildWorkflow()],
  });
  await openConsole(desk, world, `/sessions/${sessionId}`);
  await giveToSomebodyNew(desk);

  const [letter] = await world.readMessages({ session: sessionId });
  expect(letter).toMatchObject({ kind: 'invitation', to: 'anna.alder@example.com', channel: 'email' });
  await anna.goto(letter?.url ?? '');
  await signDocument(anna, 'Loan agreement');
  await expect(heading(anna, 'All done')).toBeVisible();
  const guest = row(desk, 'Participants', 'Anna Alder');
  await expect(row(desk, 'What was asked for', 'Loan agreement').getByText('Done')).toBeVisible();
  await expect(guest).toContainText(/There now.*Nothing is left/s);
  await expect(row(desk, 'Participants', 'Maya Thompson')).toContainText('1 task is left');
  await desk.setViewportSize({ width: 320, height: 640 });
  await expectUnderstandable(desk, 'participants', 'main');
  await expectReadable(desk, 'participants', 'main');
  await expectRoomy(desk, 'participants');

  await button(desk, 'Revoke access: Anna Alder').click();
  await expect(desk.getByRole('dialog', { name: 'Revoke the access of Anna Alder?' })).toBeVisible();
  await button(desk, 'Revoke access').click();
  await expect(guest).toContainText('Revoked');
  await expect(heading(anna, 'This link does not work')).toBeVisible();
  await anna.goto(url);
  await expect(heading(anna, 'Your work')).toBeVisible();
});
