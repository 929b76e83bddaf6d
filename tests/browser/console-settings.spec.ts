/**
 * Every setting, turned by an administrator at the console for the system and for a team, and felt by a customer (`settings/setting-effects.ts`):
 * the team overrules the system, the session overrules both.
 */
import { expect, type Page } from '@playwright/test';

import { getSystemPreferences, getTeamPreferences } from '#contract/endpoints/settings.ts';
import { openConsole } from '#tests/browser/support/console.ts';
import { employ } from '#tests/browser/support/employ.ts';
import { type LookName, looks, toLevel } from '#tests/browser/support/settings/looks.ts';
import { turnEverySetting } from '#tests/browser/support/settings/turn-settings.ts';
import { walkThrough } from '#tests/browser/support/settings/walk.ts';
import { test, type World } from '#tests/browser/support/world.ts';

async function turnAll(admin: Page, world: World, level: 'system' | 'team', look: LookName): Promise<void> {
  const { team, call } = world;
  await openConsole(admin, world, `/preferences/${level === 'system' ? 'system' : `teams/${team}`}`);
  await turnEverySetting(admin, look);
  const readOwn = async () => {
    const answer = await (level === 'system'
      ? call(getSystemPreferences)
      : call(getTeamPreferences, { params: { teamId: team } }));
    return getTeamPreferences.output.parse(await answer.json()).own;
  };
  await expect.poll(readOwn).toMatchObject(toLevel(look));
  await expect.poll(async () => (await readOwn()).branding?.logo).toBeTruthy();
}

const pairs = [
  ['one', 'other'],
  ['other', 'one'],
] as const;

async function addLogo({ agent }: World, look: LookName) {
  const picture = looks['branding.logo'][look];
  if (!(picture instanceof Uint8Array)) throw new Error('Failed to add a logo: there is no picture.');
  return agent.addLogo(new Uint8Array(picture));
}

for (const [team, system] of pairs) {
  test(`Every setting is felt as the team has it (${team}), not as the system (${system})`, async ({
    page,
    desk,
    world,
    host,
    hostKind,
  }) => {
    const agent = world.callAs(await employ(world, 'Nina', 'agent'));
    await turnAll(desk, world, 'system', system);
    await turnAll(desk, world, 'team', team);
    await desk.close();
    await walkThrough({ page, world, host, hostKind, agent, look: team }, {});
    // Note: the one system of the Node host has other tests beneath it.
    await world.agent.saveSystemSettings({});
  });
}

for (const [session, wider] of pairs) {
  test(`Every setting is felt as the session has it (${session}), not as team and system (${wider})`, async ({
    page,
    world,
    host,
    hostKind,
  }) => {
    const agent = world.callAs(await employ(world, 'Nina', 'agent'));
    const level = toLevel(wider, await addLogo(world, wider));
    await world.agent.saveSystemSettings(level);
    await world.agent.saveTeamSettings(world.team, level);
    await walkThrough(
      { page, world, host, hostKind, agent, look: session },
      toLevel(session, await addLogo(world, session)),
    );
    await world.agent.saveSystemSettings({});
  });
}
