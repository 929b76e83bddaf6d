import { beforeEach, expect, test, vi } from 'vitest';

import { createPretendedNetwork } from '#hosts/browser/pretended-network.ts';

const heard: string[] = [];

beforeEach(() => {
  heard.length = 0;
  vi.stubGlobal('navigator', Object.create({ onLine: true }));
  vi.stubGlobal('dispatchEvent', ({ type }: Event) => heard.push(`${type}: ${navigator.onLine}`));
});

test('The device says that it lost the network, and that it is back', () => {
  const network = createPretendedNetwork();
  network.cut('qa');
  network.cut('qa');
  network.restore('qa');
  expect(heard).toEqual(['offline: false', 'online: true']);
});

test('With two reasons to be offline, it is back only when both are gone', () => {
  const network = createPretendedNetwork();
  network.cut('qa');
  network.cut('scenario');
  network.restore('qa');
  expect(network.isCut()).toBe(true);
  expect(heard).toEqual(['offline: false']);
  network.restore('scenario');
  expect(heard).toEqual(['offline: false', 'online: true']);
});

test('What was not cut cannot come back', () => {
  createPretendedNetwork().restore('fault');
  expect(heard).toEqual([]);
});
