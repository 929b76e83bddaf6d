import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { createTabChannel, type TabChannel } from '#hosts/browser/tab-channel.ts';
import { buildCommit, sessionId } from '#tests/backend/store/build-record.ts';

let channel: TabChannel;

beforeEach(() => {
  channel = createTabChannel();
});

afterEach(() => {
  channel.close();
});

const scenario = { url: 'http://localhost/s/token', faults: [], isPlayed: false };

test.each([
  [
    'IndexedDB is blocked',
    () => {
      const blocked = new IDBFactory();
      blocked.open = () => {
        throw new DOMException('Storage is blocked.', 'SecurityError');
      };
      vi.stubGlobal('indexedDB', blocked);
    },
  ],
  ['there is no IndexedDB', () => vi.stubGlobal('indexedDB', undefined)],
])('Where %s, sessions live as long as the page', async (_, block) => {
  block();
  const world = await openBrowserWorld(channel);

  expect(world.isKept).toBe(false);
  await world.store.commitSession(buildCommit(1));
  await world.scenarios.keep('main-path', scenario);
  await expect(world.store.loadSession(sessionId)).resolves.toMatchObject({ version: 1 });
  await expect(world.scenarios.find('main-path')).resolves.toEqual(scenario);
  await expect(world.scenarios.list()).resolves.toEqual([scenario]);
});
