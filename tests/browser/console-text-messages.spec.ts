/** Text messages are turned off: whoever looks for a way to send one, in the console or as a customer, finds none. */
import { expect, type Page } from '@playwright/test';

import { startSession } from '#contract/endpoints/agent.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { fillNewSession, press } from '#tests/browser/support/new-session.ts';
import { test, type World } from '#tests/browser/support/world.ts';

const week = 7 * 24 * 60 * 60 * 1_000;
const dialog = (page: Page) => page.getByRole('dialog');

/** Whatever one can press, choose or fill in that is about a phone. Note: the outbox may be filtered for what was sent before. */
const listOffers = (page: Page) =>
  (['radio', 'checkbox', 'button', 'link', 'textbox', 'combobox', 'tab'] as const)
    .map((role) => page.getByRole(role, { name: /text message|phone|sms/i }))
    .reduce((offers, more) => offers.or(more));

/** A session by phone, begun or only planned. */
async function startByPhone({ call, team }: World, when: 'now' | 'planned') {
  const customer = { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: '+48600700842' };
  const input = { team, customer, channel: 'sms', settings: {}, interactions: [], when };
  return startSession.output.parse(await (await call(startSession, { input })).json());
}

type Session = Awaited<ReturnType<typeof startByPhone>>;
type Sessions = Readonly<Record<'open' | 'planned', Session>>;

/** Each screen on which an agent could send one, with whether it can. */
async function expectOffers(page: Page, world: World, { open, planned }: Sessions, are: boolean): Promise<void> {
  const offers = listOffers(page).first();
  const look = () => (are ? expect(offers).toBeVisible() : expect(offers).toBeHidden());
  await openConsole(page, world, `/sessions/${open.sessionId}`);
  await press(page, 'Correct the contact: Maya Thompson');
  await expect(dialog(page).getByRole('textbox', { name: 'Email' })).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Send the invitation again: Maya Thompson' })).toBeVisible({
    visible: are,
  });
  await expect(page.getByText('Nothing is sent: text messages are switched off')).toBeVisible({ visible: !are });

  await openConsole(page, world, `/sessions/${planned.sessionId}`);
  await press(page, 'Change the plan');
  await expect(dialog(page).getByRole('textbox', { name: 'Email' })).toBeVisible();
  await look();

  await openConsole(page, world, `/outbox?session=${open.sessionId}`);
  await page.getByRole('button', { name: 'Invitation to Maya Thompson' }).click();
  await expect(dialog(page).getByText('+48600700842')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: /^Try to send it|^Send it/ })).toBeVisible({ visible: are });
}

test('Once text messages are off no screen of an agent or a customer offers one, and what was begun with a phone says why', async ({
  page: customer,
  desk: agent,
  world,
  host,
}) => {
  await world.agent.saveTeam(world.team, 'Harbour Credit');
  await world.agent.saveTeamSettings(world.team, { branding: { companyName: 'Harbour Credit' } });
  const sessions = { open: await startByPhone(world, 'now'), planned: await startByPhone(world, 'planned') };
  await expectOffers(agent, world, sessions, true);
  await fillNewSession(agent, world, { phone: { country: 'PL', number: '600 700 842' } });
  await expect(agent.getByText('We will use +48600700842')).toBeVisible();
  await customer.goto(sessions.open.url ?? '');
  await expect(heading(customer, 'Nothing to do right now')).toBeVisible();

  await world.agent.saveTeamSettings(world.team, { textMessages: false, branding: { companyName: 'Harbour Credit' } });
  await agent.reload();
  await expect(agent.getByText(/^Text messages are turned off, so the phone you chose before/)).toBeVisible();
  await expect(agent.getByRole('textbox', { name: 'Email' })).toBeVisible();
  await expect(listOffers(agent)).toHaveCount(0);
  await expectOffers(agent, world, sessions, false);
  await openConsole(agent, world, `/sessions/${sessions.planned.sessionId}`);
  await press(agent, 'Start it now');
  await expect(agent.getByText(/^Nothing can be sent this way: text messages are switched off/)).toBeVisible();

  await host.setTime(customer, Date.now() + week + 60_000);
  await customer.goto(sessions.open.url ?? '');
  await expect(customer.getByText('Please contact Harbour Credit and ask for a new link.')).toBeVisible();
  await expect(customer.getByRole('button', { name: 'Send me a new link' })).toBeHidden();
  await expect(listOffers(customer)).toHaveCount(0);
  await world.agent.saveTeamSettings(world.team, {});
  await customer.reload();
  await expect(customer.getByText(/by text message to/)).toBeVisible();
});
