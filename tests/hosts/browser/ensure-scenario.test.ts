import { afterEach, expect, test } from 'vitest';

import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';
import { createTabChannel } from '#hosts/browser/tab-channel.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';

installIndexedDb();

const channels: { close: () => void }[] = [];

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

async function openTab() {
  const channel = createTabChannel();
  channels.push(channel);
  const world = await openBrowserWorld(channel);
  const { deps } = createTestBackend({
    store: world.store,
    blobs: world.blobs,
    createToken: () => crypto.randomUUID(),
    createId: () => crypto.randomUUID(),
  });
  return { world, ensure: () => ensureScenario(deps, world.scenarios, 'nothing-to-do') };
}

test('Two tabs that open a scenario at the same time get the same link, and it is built once', async () => {
  const [first, second] = await Promise.all([openTab(), openTab()]);
  const [one, other] = await Promise.all([first.ensure(), second.ensure()]);
  expect(one.url).toBe(other.url);
  await expect(first.world.store.listOutbox()).resolves.toHaveLength(1);
});

test('A scenario is the same after a reload, and a new one after a reset', async () => {
  const before = await (await openTab()).ensure();
  const reloaded = await openTab();
  await expect(reloaded.ensure()).resolves.toEqual(before);

  await reloaded.world.empty();
  const after = await (await openTab()).ensure();
  expect(after.url).not.toBe(before.url);
});
