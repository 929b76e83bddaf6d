import { join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { followFeed } from '#tests/support/follow-feed.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorTeam, operatorToken } from '#tests/support/start-node-host.ts';

const folder = makeTemporaryFolder();
afterAll(folder.remove);

it('A host that is told to go ends the live feeds of fifty customers properly, and goes', async () => {
  const host = await spawnNodeHost({ dataFolder: join(folder.path, 'data') });
  const agent = createAgentClient((request) => fetch(request), host.origin, operatorToken);
  const { url } = await agent.startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [],
  });
  const feeds = await Promise.all(Array.from({ length: 50 }, () => followFeed(url, 0)));
  for (const { read } of feeds) read();
  for (const { events } of feeds) await expect.poll(() => events.at(-1)).toMatchObject({ kind: 'session', seq: 1 });

  const exitCode = host.kill('SIGTERM');
  const whole = await Promise.all(feeds.map(({ closed }) => closed()));
  expect(whole).toEqual(feeds.map(() => true));
  expect(await exitCode).toBe(0);
});
