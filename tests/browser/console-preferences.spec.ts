/** An administrator at the settings, and the customer who feels them. Each setting by each level: `settings-at-entry.test.ts`. */
import { expect, type Page } from '@playwright/test';

import { expectReadable, expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { test } from '#tests/browser/support/world.ts';
import { buildDocumentRequest } from '#tests/support/sample-interactions.ts';

const setting = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const press = (page: Page, name: string, value: string) =>
  setting(page, name).getByRole('button', { name: value, exact: true }).click();
const text = 'We are back at nine.';

test('A message is turned on, written and seen by whoever enters next; the team overrules the system, the session the team', async ({
  page: customer,
  context,
  browser,
  hostKind,
  world,
}) => {
  // Note: the mock backend lives in one browser, so there both share it.
  const people = hostKind === 'node' ? await browser.newContext({ viewport: { width: 375, height: 667 } }) : context;
  const admin = await people.newPage();
  const ofTeam = `${world.origin}/console/preferences/teams/${world.team}`;
  const interactions = [buildDocumentRequest()];
  const { url } = await world.startSession({ interactions, isAgentConnected: false });
  const ofSession = await world.startSession({
    interactions,
    isAgentConnected: false,
    settings: { inactiveAgentMessage: { on: false }, autoOpen: true },
  });
  const message = customer.getByRole('region', { name: 'Message from the team' });
  const inRoom = heading(customer, 'One thing to do');
  await customer.goto(url);
  await expect(inRoom).toBeVisible();

  await openConsole(admin, world, `/preferences/teams/${world.team}`);
  await press(admin, 'Inactive-agent message', 'On');
  await admin.getByLabel('Text while the agent is inactive').fill(text);
  await expect(admin.getByRole('region', { name: 'Message from the team' })).toHaveText(text);
  await admin.getByRole('button', { name: 'Done' }).click();
  await expect(admin.getByText(`${text}, set here`)).toBeVisible();
  await expectUnderstandable(admin, 'preferences of a team', 'main');
  await expectReadable(admin, 'preferences of a team', 'main');
  await expectRoomy(admin, 'preferences of a team');

  // Note: whoever looks at the settings is the agent of the session, and there while they do.
  await admin.goto('about:blank');
  await world.agent.setPresence(false);
  await expect(message).toBeHidden();
  await customer.goto(url);
  await expect(message).toHaveText(text);
  await customer.goto(ofSession.url);
  await expect(heading(customer, 'Proof of income')).toBeVisible();
  await expect(message).toBeHidden();

  await admin.goto(ofTeam);
  await press(admin, 'Auto-open', 'Off');
  await expect(admin.getByText('Off, set here')).toBeVisible();
  await admin.getByLabel('Settings of').selectOption('system');
  await press(admin, 'Auto-open', 'On');
  await expect(admin.getByText('On, set here')).toBeVisible();
  await customer.goto(url);
  await expect(inRoom).toBeVisible();

  await admin.goto(ofTeam);
  await press(admin, 'Auto-open', 'Inherit');
  await expect(admin.getByText('On, from the system')).toBeVisible();
  await expect(inRoom).toBeVisible();
  await customer.goto(url);
  await expect(heading(customer, 'Proof of income')).toBeVisible();

  await admin.getByRole('link', { name: 'What applies here?' }).click();
  const autoOpen = admin.getByRole('listitem').filter({ has: admin.getByRole('heading', { name: 'Auto-open' }) });
  await expect(autoOpen).toContainText(/On.*from the system.*Overruled: Off/s);
  await expectUnderstandable(admin, 'what applies to a team', 'main');

  // Note: the one system of the Node host has other tests beneath it.
  await world.agent.saveSystemSettings({});
  await admin.close();
});
