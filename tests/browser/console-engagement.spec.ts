/** How a customer is engaged, by an agent at the console and the customer in another browser. */
import { expect, type Page } from '@playwright/test';

import { openConsole } from '#tests/browser/support/console.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { employ } from '#tests/browser/support/employ.ts';
import {
  fillContact,
  fillNewSession,
  press,
  startAndExpect,
  startAnother,
} from '#tests/browser/support/new-session.ts';
import { test, type World } from '#tests/browser/support/world.ts';

/** The message that was written last, and its link. */
async function readNewest(world: World) {
  const [newest] = await world.readMessages();
  if (!newest?.url) throw new Error('Nothing was sent.');
  return { id: newest.id, channel: newest.channel, to: newest.to, url: newest.url };
}

const task = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

test('Whoever was here before, however their email is written, finds all of it again and open, and the agent is told', async ({
  page: customer,
  desk: agent,
  world,
}) => {
  await world.agent.saveTeam(world.team, `Harbour Credit ${world.team}`);
  await world.agent.saveTeamSettings(world.team, { reengagement: 'continue' });
  await fillNewSession(agent, world, { email: 'maya.thompson@example.com' });
  await expect(agent.getByText(/that one is opened again/)).toBeVisible();
  await press(agent, 'Short questionnaire');
  await startAndExpect(agent, 'The session with Maya Thompson has started');
  await expect(agent.getByText('The invitation goes to maya.thompson@example.com.')).toBeVisible();
  await customer.goto((await readNewest(world)).url);
  await expect(heading(customer, 'One thing to do')).toBeVisible();
  await agent.getByRole('link', { name: 'Go to the session' }).click();
  await press(agent, 'End the session');
  await agent.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
  await expect(heading(customer, 'This visit has ended')).toBeVisible();

  await fillNewSession(agent, world, { email: ' Maya.Thompson@EXAMPLE.com ' });
  await press(agent, 'Proof of identity');
  await startAndExpect(agent, 'The session with Maya Thompson goes on');
  await expect(agent.getByText(/It is open again, with everything in it/)).toBeVisible();
  await expect(heading(customer, '2 things to do')).toBeVisible();
  await customer.goto((await readNewest(world)).url);
  await expect(task(customer, 'A few questions')).toBeVisible();
  await expect(task(customer, 'Proof of identity')).toBeVisible();
});

test('A phone is the same however it is written; what was planned begins when it is started; where the business wants it so, a clean one opens', async ({
  page: customer,
  desk: agent,
  world,
}) => {
  await world.agent.saveTeam(world.team, `Harbour Credit ${world.team}`);
  await world.agent.saveTeamSettings(world.team, { reengagement: 'continue' });
  await fillNewSession(agent, world, { phone: { country: 'PL', number: '600 700 842' } });
  await expect(agent.getByText('We will use +48600700842')).toBeVisible();
  await press(agent, 'Short questionnaire');
  await agent.getByRole('radio', { name: 'Plan it' }).check();
  await press(agent, 'Plan session');
  await expect(heading(agent, 'The session with Maya Thompson is planned')).toBeVisible();
  const sentBefore = await world.readMessages({ channel: 'sms' });
  await press(agent, 'Start it now');
  await expect(heading(agent, 'The session with Maya Thompson has started')).toBeVisible();
  const first = await readNewest(world);
  expect(first).toMatchObject({ channel: 'sms', to: '+48600700842' });
  expect(sentBefore.map(({ id }) => id)).not.toContain(first.id);
  await customer.goto(first.url);
  await expect(heading(customer, 'One thing to do')).toBeVisible();

  await startAnother(agent, world, { phone: { country: 'GB', number: '+48 (600) 700-842' } });
  await press(agent, 'Proof of identity');
  await startAndExpect(agent, 'The session with Maya Thompson goes on');
  await expect(heading(customer, '2 things to do')).toBeVisible();

  await world.agent.saveTeamSettings(world.team, { reengagement: 'start-new' });
  await startAnother(agent, world, { phone: { country: 'PL', number: '600700842' } });
  await expect(agent.getByText(/that one is opened again/)).toBeHidden();
  await press(agent, 'Payment');
  await agent.getByLabel('Amount').fill('49');
  await startAndExpect(agent, 'The session with Maya Thompson has started');
  await expect(agent.getByText('It is a new one.')).toBeVisible();
  await customer.goto((await readNewest(world)).url);
  await expect(heading(customer, 'One thing to do')).toBeVisible();
  await expect(task(customer, 'Pay your fee')).toBeVisible();
  await customer.goto(first.url);
  await expect(heading(customer, '2 things to do')).toBeVisible();
});

test('Of two sessions that an agent starts at once in two browsers one opens; where it did not, it is said why, with a way to the open one', async ({
  page,
  desk: other,
  world,
}) => {
  const nina = { origin: world.origin, credential: await employ(world, 'Nina', 'agent') };
  await world.agent.saveTeamSettings(world.team, { singleActiveSession: true });
  const names = new Map([
    [page, 'Maya Thompson'],
    [other, 'Omar Reyes'],
  ]);
  for (const [one, name] of names) {
    await openConsole(one, nina, '/new-session');
    await fillContact(one, { name, email: 'customer@example.com' });
  }
  await Promise.all([press(page, 'Start session'), press(other, 'Start session')]);

  const hasStarted = (one: Page) => heading(one, /has started$/);
  const isTold = (one: Page) => one.getByRole('region', { name: 'You have an open session' });
  for (const one of names.keys()) await expect(hasStarted(one).or(isTold(one))).toBeVisible();
  const [winner, loser] = (await hasStarted(page).isVisible()) ? [page, other] : [other, page];
  const winnersCustomer = names.get(winner) ?? '';
  await expect(hasStarted(winner)).toBeVisible();
  await expect(isTold(loser)).toContainText(`The session with ${winnersCustomer}, started`);
  await expect(loser.getByRole('region', { name: 'Nothing was started' })).toBeVisible();
  await expect(loser.getByRole('button', { name: 'Start session' })).toBeDisabled();
  expect((await world.readMessages()).filter(({ to }) => to === 'customer@example.com')).toHaveLength(1);

  await loser.getByRole('link', { name: 'Go to the open session' }).click();
  await expect(heading(loser, winnersCustomer)).toBeVisible();
  await press(loser, 'End the session');
  await loser.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
  await expect(loser.getByRole('button', { name: 'Open it again' })).toBeVisible();
  await openConsole(loser, nina, '/new-session');
  await fillContact(loser, { name: 'Omar Reyes', email: 'customer@example.com' });
  await startAndExpect(loser, 'The session with Omar Reyes has started');
});
