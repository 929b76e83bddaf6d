import { afterEach, expect, test } from 'vitest';

import { findLaterStep } from '#backend/scenarios/build-scenario.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { createBackend } from '#backend/create-backend.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';
import { playLater } from '#hosts/browser/play-later.ts';
import { createTabChannel } from '#hosts/browser/tab-channel.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';

const name = 'later-added';
const channels: { close: () => void }[] = [];

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** A tab that opens the scenario; its clock goes only when told. */
async function openTab() {
  const channel = createTabChannel();
  channels.push(channel);
  const world = await openBrowserWorld(channel);
  const { deps } = openScenarioWorld({
    store: world.store,
    blobs: world.blobs,
    createId: () => crypto.randomUUID(),
    createToken: () => crypto.randomUUID(),
  });
  const { url } = await ensureScenario(deps, world.scenarios, name);
  const customer = createCustomerClient(createBackend(deps), url);
  const waited: number[] = [];
  const firstScreen = Promise.withResolvers<undefined>();
  const time = Promise.withResolvers<undefined>();
  const play = (address = url) =>
    playLater(name, {
      deps,
      scenarios: world.scenarios,
      firstScreen: firstScreen.promise,
      wait: (seconds) => {
        waited.push(seconds);
        return time.promise;
      },
      readAddress: () => address,
    });
  return {
    play,
    waited,
    url,
    showFirstScreen: () => firstScreen.resolve(undefined),
    passTime: () => time.resolve(undefined),
    countTasks: async () => (await customer.ask(getSession)).interactions.length,
  };
}

const storages = [
  { where: 'in a browser that keeps things', prepare: installIndexedDb },
  { where: 'in a browser that blocks storage', prepare: () => Reflect.deleteProperty(globalThis, 'indexedDB') },
];

test.each(storages)('Later comes once, and not before its time, $where', async ({ prepare }) => {
  prepare();
  const tab = await openTab();
  const playing = tab.play();
  expect(tab.waited).toEqual([]);
  tab.showFirstScreen();
  await expect.poll(() => tab.waited).toEqual([8]);
  await expect(tab.countTasks()).resolves.toBe(1);

  tab.passTime();
  await playing;
  await expect(tab.countTasks()).resolves.toBe(2);

  await tab.play();
  await expect(tab.countTasks()).resolves.toBe(2);
});

test('A reload after it was played does not play it again', async () => {
  installIndexedDb();
  const before = await openTab();
  before.showFirstScreen();
  before.passTime();
  await before.play();

  const reloaded = await openTab();
  reloaded.showFirstScreen();
  reloaded.passTime();
  await reloaded.play();

  expect(reloaded.url).toBe(before.url);
  await expect(reloaded.countTasks()).resolves.toBe(2);
});

test('Nothing is played in a tab that went on to another link', async () => {
  installIndexedDb();
  const tab = await openTab();
  tab.showFirstScreen();
  tab.passTime();
  await tab.play('http://localhost/s/another-link');
  await expect(tab.countTasks()).resolves.toBe(1);
});

test('Most scenarios stay as they are', () => {
  const { deps } = openScenarioWorld();
  expect(findLaterStep(deps, 'main-path')).toBeNull();
});
