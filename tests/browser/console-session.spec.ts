import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';

import { samplePhoto } from '#backend/scenarios/sample-files.ts';
import { expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { drag, expectPagesDrawn, oddPdf } from '#tests/browser/support/placing.ts';
import { heading, sendPapers, signDocument } from '#tests/browser/support/customer.ts';
import { createFaults } from '#tests/browser/support/faults.ts';
import { test, type World } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildPdf } from '#tests/support/sample-interactions.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const task = (page: Page, title: string) =>
  page.getByRole('region', { name: 'What was asked for' }).getByRole('listitem').filter({ hasText: title });

async function downloadBy(name: RegExp, page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await arriving).path());
}

/** In the end nothing more may be attached. */
async function sendFilesBothWays({ page, desk, world }: { page: Page; desk: Page; world: World }): Promise<void> {
  const words = page.getByRole('textbox', { name: 'Your message' });
  if (!(await words.isVisible())) await button(page, 'Messages, 1 unread').click();
  const photo = Buffer.from(await samplePhoto());
  await page.locator('input[type=file]').setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer: photo });
  await expect(button(page, 'Remove badge.png')).toBeVisible();
  await expect(page.getByText(/^You can send when/)).toBeHidden();
  await expectUnderstandable(page, 'a file that is attached', 'form');
  await words.fill('My badge');
  await button(page, 'Send').click();
  expect(await downloadBy(/^Download badge\.png/, desk)).toEqual(photo);

  const terms = Buffer.from(await buildPdf());
  await desk
    .getByLabel('Attach a file')
    .setInputFiles({ name: 'terms.pdf', mimeType: 'application/pdf', buffer: terms });
  await expect(button(desk, 'Remove terms.pdf')).toBeVisible();
  await expect(desk.getByText(/^The message can be sent when/)).toBeHidden();
  await button(desk, 'Send').click();
  expect(await downloadBy(/^Download terms\.pdf/, page)).toEqual(terms);

  await world.agent.saveTeamSettings(world.team, { attachments: false });
  await page.reload();
  await expect(button(page, 'Messages').or(words).first()).toBeVisible();
  if (!(await words.isVisible())) await button(page, 'Messages').click();
  await expect(page.getByText('My badge')).toBeVisible();
  await expect(button(page, 'Attach a file')).toBeHidden();
}

test('What a customer hands in is seen, returned, done again and accepted while both look; an odd PDF is signed; files go both ways, or not; a corrected contact shuts the old link', async ({
  page,
  context,
  world,
}) => {
  const { url, sessionId } = await world.startSession({ interactions: [buildDocumentRequest()] });
  const desk = await context.newPage();
  await openConsole(desk, world, `/sessions/${sessionId}`);
  await expect(heading(desk, 'Maya Thompson')).toBeVisible();
  await page.goto(url);
  await button(page, 'Start: Proof of income').click();
  await sendPapers(page, 'Proof of income');

  await expect(task(desk, 'Proof of income').getByText('To be reviewed')).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Download payslip\.pdf/ })).toBeVisible();
  await expectUnderstandable(desk, 'one session', 'main');
  await button(desk, 'Return: Proof of income').click();
  await desk.getByRole('textbox', { name: 'Reason' }).fill('The second page is missing.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).click();

  await button(page, 'Fix: Proof of income').click();
  await expect(page.getByText('The second page is missing.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Send 1 document' }).click();
  await button(desk, 'Accept: Proof of income').click();
  await expect(task(desk, 'Proof of income').getByText('Done')).toBeVisible();

  await button(desk, 'Ask for something').click();
  await desk.getByRole('combobox', { name: 'Begin with' }).selectOption('Agreement to sign');
  await desk.getByLabel('Choose a PDF').setInputFiles(await oddPdf());
  await button(desk, 'Signature').press('Enter');
  const placed = desk.getByRole('button', { name: /^Your signature, / });
  await expect(placed).toBeFocused();
  await desk.keyboard.press('ArrowUp');
  await expect(placed).toHaveAccessibleName('Your signature, 10% from the left, 54% from the top');
  await drag(placed);
  await expect(placed).not.toHaveAccessibleName('Your signature, 10% from the left, 54% from the top');
  await expectPagesDrawn(desk);
  await expectUnderstandable(desk, 'something to sign that is asked for', 'dialog');
  await button(desk, 'Ask the customer').click();
  await button(page, 'Start: Sign your agreement').click();
  await signDocument(page, 'Sign your agreement');
  await expect(task(desk, 'Sign your agreement').getByText('Done')).toBeVisible();

  await desk.getByRole('textbox', { name: 'Your message' }).fill('Thank you, Maya.');
  await button(desk, 'Send').click();
  const unread = page.getByRole('button', { name: 'Messages, 1 unread' });
  await expect(page.getByText('Thank you, Maya.').or(unread).first()).toBeVisible();
  await sendFilesBothWays({ page, desk, world });

  await button(desk, 'Correct the contact: Maya Thompson').click();
  await desk.getByRole('textbox', { name: 'Email' }).fill('maya@example.org');
  await button(desk, 'Correct and invite').click();
  await expect(desk.getByText('maya@example.org')).toBeVisible();
  await expect(heading(page, 'This link does not work')).toBeVisible();
  await expect(page.getByText(/replaced by a newer one/)).toBeVisible();
  const [invitation] = await world.readMessages({ session: sessionId });
  expect(invitation).toMatchObject({ kind: 'invitation', to: 'maya@example.org' });
  await page.goto(invitation?.url ?? '');
  await expect(heading(page, 'All done')).toBeVisible();
  await page.goto(url);
  await expect(heading(page, 'This link does not work')).toBeVisible();
});

test('Customer and agent see each other writing; what is written while the agent has no network is there afterwards, once', async ({
  page,
  desk,
  world,
}) => {
  const { url, sessionId } = await world.startSession();
  const faults = await createFaults(desk);
  await openConsole(desk, world, `/sessions/${sessionId}`);
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
  await page.goto(url);
  await expect(desk.getByText('There now')).toBeVisible();
  const ofCustomer = page.getByRole('textbox', { name: 'Your message' });
  const ofAgent = desk.getByRole('textbox', { name: 'Your message' });
  if (page.viewportSize()?.width === 375) await button(page, 'Messages').click();

  const place = await ofAgent.boundingBox();
  await ofCustomer.pressSequentially('Is this all?');
  await expect(desk.getByText('Maya Thompson is typing…')).toBeVisible();
  expect(await ofAgent.boundingBox()).toEqual(place);
  await button(page, 'Send').click();
  const said = desk.getByRole('region', { name: 'Chat' }).getByRole('listitem');
  await expect(said).toContainText(['Is this all?']);
  await expect(desk.getByText('Maya Thompson is typing…')).toBeHidden();

  await ofAgent.pressSequentially('One moment');
  await expect(page.getByText(/ is typing…$/)).toBeVisible();
  await button(desk, 'Send').click();
  await expect(page.getByRole('log').getByText('One moment')).toBeVisible();
  await expect(page.getByText(/ is typing…$/)).toBeHidden();

  await faults.cut();
  await expect(desk.getByText('Reconnecting…')).toBeVisible();
  for (const words of ['Hello?', 'I am still here']) {
    await ofCustomer.fill(words);
    await button(page, 'Send').click();
    await expect(page.getByRole('log').getByText(words)).toBeVisible();
  }
  await expect(page.getByText('Sending…')).toBeHidden();
  await expect(said).toHaveCount(2);
  await faults.restore();
  await expect(said).toContainText(['Is this all?', 'One moment', 'Hello?', 'I am still here']);
  await expect(said).toHaveCount(4);
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
  await ofAgent.fill('So am I');
  await expect(page.getByText(/ is typing…$/)).toBeVisible();
});
