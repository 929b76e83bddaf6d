import { afterEach, expect, test, vi } from 'vitest';

import type { NetworkFault } from '#backend/scenarios/network-fault.ts';
import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { noConditions, parseConditions } from '#hosts/browser/conditions.ts';
import { createTabChannel } from '#hosts/browser/tab-channel.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';

installIndexedDb();

const channels: { close: () => void }[] = [];

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

async function openTab() {
  const channel = createTabChannel();
  channels.push(channel);
  return openBrowserWorld(channel);
}

const once: NetworkFault = { mode: 'server-error', endpoint: 'getEntry', times: 1 };

test('What QA sets in one tab holds in the others, and after a reload', async () => {
  const [one, other] = await Promise.all([openTab(), openTab()]);
  await one.conditions.change((before) => ({ ...before, latency: 800, isOffline: true }));
  await vi.waitFor(() => expect(other.conditions.current()).toMatchObject({ latency: 800, isOffline: true }));
  const reloaded = await openTab();
  expect(reloaded.conditions.current()).toEqual({ ...noConditions, latency: 800, isOffline: true });
});

test('A fault that meets one request meets one, though two tabs ask at the same time', async () => {
  const one = await openTab();
  await one.conditions.change((before) => ({ ...before, faults: [once] }));
  const other = await openTab();
  const taken = await Promise.all([one.conditions.takeFault(() => true), other.conditions.takeFault(() => true)]);
  expect(taken.filter(Boolean)).toEqual([once]);
});

test('A reset forgets the conditions too', async () => {
  const tab = await openTab();
  await tab.conditions.change((before) => ({ ...before, clockOffset: 86_400_000, faults: [once] }));
  await tab.empty();
  expect(tab.conditions.current()).toEqual(noConditions);
});

test.each([
  ['that nobody ever set', undefined],
  ['of another shape', { clockOffset: 'tomorrow' }],
  ['with a fault for an endpoint that is none', { ...noConditions, faults: [{ ...once, endpoint: 'toString' }] }],
])('Conditions %s count as none', (_, stored) => {
  expect(parseConditions(stored)).toEqual(noConditions);
});
