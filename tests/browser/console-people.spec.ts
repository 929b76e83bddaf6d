import { randomUUID } from 'node:crypto';

import { expect, type Page } from '@playwright/test';

import { signIn, signOutEverywhere } from '#contract/endpoints/people.ts';
import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { test, type World } from '#tests/browser/support/world.ts';
import { goodPassword } from '#tests/support/open-office.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const places = (page: Page) => page.getByRole('navigation', { name: 'Console' }).getByRole('link');

type Newcomer = { team: string; otherTeam: string; email: string };

async function addTeam(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a team' }).click();
  await dialog(page, 'Add a team').getByRole('textbox', { name: 'Name of the team' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Add a team')).toBeHidden();
}

/** Gives the link that sets her password. */
async function addDora(page: Page, { team, otherTeam, email }: Newcomer): Promise<string> {
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = dialog(page, 'Add a person');
  await form.getByRole('textbox', { name: 'Name' }).fill('Dora');
  await form.getByRole('textbox', { name: 'Email' }).fill(email);
  await form.getByRole('combobox', { name: 'Team' }).selectOption(team);
  await form.getByRole('checkbox', { name: otherTeam }).check();
  await expectUnderstandable(page, 'adding a person', 'dialog');
  await form.getByRole('button', { name: 'Add' }).click();
  const told = dialog(page, 'The password link of Dora');
  const url = await told.getByRole('textbox', { name: 'Password link' }).inputValue();
  await told.getByRole('button', { name: 'Done' }).click();
  return url;
}

async function signInByLink(page: Page, url: string, email: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('New password').fill(goodPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is set.')).toBeVisible();
  await enter(page, email);
  await expect(heading(page, 'Sessions')).toBeVisible();
}

async function enter(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.keyboard.press('Enter');
}

async function handOverToDora(page: Page, { origin }: World, sessionId: string, email: string): Promise<void> {
  await page.goto(`${origin}/console/sessions/${sessionId}`);
  await page.getByRole('button', { name: 'Hand over' }).click();
  const form = dialog(page, 'Hand over');
  await form.getByRole('combobox', { name: 'Who goes on with it' }).selectOption(`Dora (${email})`);
  await expectUnderstandable(page, 'handing a session over', 'dialog');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('Dora', { exact: true })).toBeVisible();
}

async function leaveEverywhere(page: Page, { origin }: World): Promise<void> {
  await page.goto(`${origin}/console/account`);
  await expect(page.getByText('If you lost a device')).toBeVisible();
  await expectUnderstandable(page, 'the account', 'main');
  await expectRoomy(page, 'the account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await dialog(page, 'Sign out everywhere?').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
}

/** On another device of theirs, by the contract alone. */
async function signOutElsewhere({ call, callAs }: World, email: string): Promise<void> {
  const answer = await call(signIn, { input: { email, password: goodPassword } });
  const { token } = signIn.output.parse(await answer.json());
  if (token === null) throw new Error('Failed to sign in on another device: a page was.');
  expect((await callAs(token)(signOutEverywhere)).status).toBe(204);
}

async function openMenu(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
}

async function signOut(page: Page, { origin }: Pick<World, 'origin'>): Promise<void> {
  await page.goto(`${origin}/console`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
}

test('Somebody is added, sets a password by the link they were given, sees what an agent may see, and loses nothing when they are signed out', async ({
  page,
  context,
  browser,
  hostKind,
  world,
}) => {
  const { sessionId } = await world.startSession();
  const handedOver = await world.startSession();
  const newcomer = {
    team: `Harbour ${randomUUID()}`,
    otherTeam: `Lisbon ${randomUUID()}`,
    email: `dora.${randomUUID()}@office.test`,
  };
  await world.agent.saveTeam(world.team, newcomer.otherTeam);
  await openConsole(page, world, '/people');
  await addTeam(page, newcomer.team);
  const url = await addDora(page, newcomer);
  await page.getByRole('searchbox').fill(newcomer.email);
  const row = page.getByRole('region', { name: 'People' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('No password yet');
  await expectUnderstandable(page, 'people', 'main');
  await expectReadable(page, 'people', 'main');
  await expectRoomy(page, 'people');

  await page.goto(`${world.origin}/console/outbox?session=${sessionId}`);
  await expect(page.getByText('Invitation to Maya Thompson')).toBeVisible();
  await handOverToDora(page, world, handedOver.sessionId, newcomer.email);

  // Note: the mock backend is in this browser alone, where the administrator leaves for her.
  const dora = await (hostKind === 'qa' ? context : await browser.newContext()).newPage();
  if (hostKind === 'qa') await signOut(dora, world);
  await signInByLink(dora, url, newcomer.email);
  await expect(dora.getByRole('listitem').filter({ hasText: 'Maya Thompson' })).toHaveCount(1);
  await openMenu(dora);
  await expect(dora.getByText('Signed in as Dora')).toBeVisible();
  await expect(places(dora)).toHaveText(['Sessions', 'New session', 'Outbox', 'Your account']);
  await dora.goto(`${world.origin}/console/people`);
  await expect(heading(dora, 'There is no such page')).toBeVisible();
  await dora.goto(`${world.origin}/console/outbox?session=${sessionId}`);
  await expect(dora.getByText('No message fits.')).toBeVisible();

  await dora.goto(`${world.origin}/console/sessions/${handedOver.sessionId}`);
  await dora.getByRole('textbox', { name: 'Your message' }).fill('Hello Maya, I go on.');
  await dora.getByRole('button', { name: 'Correct the contact' }).click();
  const contact = dialog(dora, 'Correct the contact');
  await contact.getByRole('textbox', { name: 'Email' }).fill('maya@example.org');
  const address = dora.url();
  await signOutElsewhere(world, newcomer.email);
  // Note: nothing is asked for at this desk, so it hears of it when something happens, or its live feed beats.
  await world.agent.sendMessage(handedOver.sessionId, 'Who goes on here?');
  await expect(heading(dora, 'Sign in')).toBeVisible();
  await expectUnderstandable(dora, 'signing in again', 'body');
  await enter(dora, newcomer.email);
  await expect(contact.getByRole('textbox', { name: 'Email' })).toHaveValue('maya@example.org');
  await dora.keyboard.press('Escape');
  await expect(dora.getByRole('textbox', { name: 'Your message' })).toHaveValue('Hello Maya, I go on.');
  expect(dora.url()).toBe(address);
  // Note: from here it removes what is unsent here, so every window begins anew.
  await leaveEverywhere(await dora.context().newPage(), world);
  await expect(heading(dora, 'Sign in')).toBeVisible();

  await dora.goto(url);
  await dora.getByLabel('New password').fill(goodPassword);
  await dora.keyboard.press('Enter');
  await expect(dora.getByText(/^This link was used already/)).toBeVisible();
});
