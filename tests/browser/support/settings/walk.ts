/** A customer goes through a session of an agent from its start to its end; every setting is looked at when its moment has come. */
import { expect, type Page, test } from '@playwright/test';

import type { StartSessionInput } from '#contract/agent.ts';
import { endSession, startSession } from '#contract/endpoints/agent.ts';
import { type SettingsLevel, settingNames } from '#contract/settings.ts';
import type { Host, HostKind } from '#tests/browser/support/host.ts';
import { heading } from '#tests/browser/support/customer.ts';
import { type LookName, looks } from '#tests/browser/support/settings/looks.ts';
import { type Moment, settingEffects, type Walk } from '#tests/browser/support/settings/setting-effects.ts';
import { addPdf, type World } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign } from '#tests/support/sample-interactions.ts';
import { type Caller, readCode } from '#tests/support/start-session.ts';

type Start = { world: World; agent: Caller; settings: SettingsLevel };

const day = 24 * 60 * 60 * 1_000;

function createStarter({ world: { team }, agent, settings }: Start) {
  const customer = { name: 'Maya Thompson', email: `${crypto.randomUUID()}@example.com`, phone: '+48600700842' };
  const common: StartSessionInput = { team, customer, channel: 'email', settings, interactions: [] };
  const ask = (input: Partial<StartSessionInput>) => agent(startSession, { input: { ...common, ...input } });
  return {
    ask,
    start: async (input: Partial<StartSessionInput>) => startSession.output.parse(await (await ask(input)).json()),
    end: (sessionId: string) => agent(endSession, { params: { sessionId } }),
  };
}

type Through = { page: Page; world: World; host: Host; hostKind: HostKind; agent: Caller; look: LookName };

/** `settings`: the session's own. They, or what they inherit, are to be felt as `look` has them. */
export async function walkThrough(through: Through, settings: SettingsLevel): Promise<void> {
  const { page, world, host, look, agent } = through;
  const { start, ask, end } = createStarter({ world, agent, settings });
  const isOn = look === 'one';
  // Note: in an embedded session nobody could be reminded, and where nobody writes there is nothing to attach to.
  const before = await start({
    settings: isOn ? settings : { ...settings, embeddedSession: false, chat: true },
    interactions: [buildDocumentRequest()],
  });
  const started = await start({ interactions: [buildEsign(await addPdf(world))] });
  const other = { name: 'Omar Reyes', email: `${crypto.randomUUID()}@example.com`, phone: null };
  const another = await ask({ customer: other });
  const invitations = await world.readMessages({ session: started.sessionId });
  const url = started.url ?? invitations[0]?.url ?? '';
  const walk: Walk = {
    ...through,
    url,
    started,
    another: await readCode(Promise.resolve(another.clone())),
    byText: await readCode(ask({ customer: { ...other, phone: '+48600700843' }, channel: 'sms', when: 'planned' })),
    invitations,
    readSent: () => world.readMessages({ session: before.sessionId }),
    response: null,
  };
  const see = (at: Moment) => seeAll(walk, at);

  await see('started');
  walk.response = await page.goto(url);
  await see('entering');
  if (isOn) await page.getByRole('button', { name: 'I agree' }).click();
  await see('inside');
  if (isOn) await page.getByRole('button', { name: 'Got it' }).click();
  await see('acknowledged');
  if (isOn) await finishLater(page);
  await expect(heading(page, /things? to do/)).toBeVisible();
  await see('room');
  if (!isOn) await page.goto((await walk.readSent())[0]?.url ?? '');
  await openMessages(page);
  await see('writing');
  await page.goto(url);
  if (isOn) await finishLater(page);
  await page.getByRole('button', { name: 'Start: Loan agreement' }).click();
  await expect(page.getByRole('button', { name: /^Your signature/ })).toBeVisible();
  await see('signing');

  await page.goto('about:blank');
  await host.setTime(page, Date.now() + (isOn ? 2 : 4) * day);
  await waitForCourier(world);
  await page.goto(url);
  await see('later');
  await host.setTime(page, Date.now());

  const opened = another.ok ? startSession.output.parse(await another.json()).sessionId : null;
  for (const id of new Set([before.sessionId, started.sessionId, opened])) if (id !== null) await end(id);
  await page.goto(url);
  await see('ended');
}

async function finishLater(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Finish later' }).click();
}

/** Beside the tasks, or behind a button. */
async function openMessages(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  const opener = page.getByRole('button', { name: 'Messages' });
  await expect(field.or(opener)).toBeVisible();
  if (await opener.isVisible()) await opener.click();
  await expect(field).toBeVisible();
}

/** Until whatever was due is written: it comes before what is delivered, such as the invitation to one more session. */
async function waitForCourier(world: World): Promise<void> {
  const { sessionId } = await world.startSession({
    settings: { embeddedSession: false, singleActiveSession: false },
    isAgentConnected: false,
  });
  const readState = async () => (await world.readMessages({ session: sessionId }))[0]?.state;
  await expect.poll(readState).not.toBe('waiting');
}

async function seeAll(walk: Walk, moment: Moment): Promise<void> {
  for (const name of settingNames) {
    const { at, see } = settingEffects[name];
    if (at === moment) await test.step(`${name}, ${moment}`, () => see(walk, looks[name][walk.look]));
  }
}
