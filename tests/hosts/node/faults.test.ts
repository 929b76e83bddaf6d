/** What is beneath the host breaks and is mended: what a customer and an operator see of it, and that nothing was lost or done half. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { problemSchema } from '#contract/problem.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { askRaw } from '#tests/support/ask-raw.ts';
import { type FaultyHost, openFaultyHost } from '#tests/support/open-faulty-host.ts';
import { startS3Server } from '#tests/support/s3-server/s3-server.ts';
import { killSpawnedHosts, spawnNodeHost } from '#tests/support/spawn-node-host.ts';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});
afterAll(killSpawnedHosts);

const open = async (options: Parameters<typeof openFaultyHost>[0] = {}): Promise<FaultyHost> => {
  const world = await openFaultyHost(options);
  undo.push(world.remove);
  return world;
};

/** Steps of the main path by number (`kill/main-path-steps.ts`): the first two only begin. */
const all = [2, 3, 4, 5, 6, 7, 8, 9];
const withFiles = [3, 5];

type Fault = { breakIt: () => void; mendIt: () => void };

/** Breaks it before every step of the main path and mends it after; these steps cannot be done meanwhile, the others can. */
async function walkThrough({ walker }: FaultyHost, stopped: readonly number[], { breakIt, mendIt }: Fault) {
  await walker.work(2);
  for (const step of all) {
    breakIt();
    const attempt = walker.work(step + 1);
    if (stopped.includes(step)) await expect(attempt, `step ${step}`).rejects.toThrow('service-unavailable');
    else await attempt;
    mendIt();
    await walker.work(step + 1);
  }
  expect(walker.isDone()).toBe(true);
}

const ask = ({ host, walker }: FaultyHost, { method, path }: { method: string; path: string }, text?: string) =>
  fetch(host.origin + path, {
    method,
    headers: {
      authorization: `Bearer ${readToken(walker.customer.url)}`,
      'idempotency-key': 'key-of-this-message',
      'content-type': 'application/json',
    },
    ...(text !== undefined && { body: JSON.stringify({ text }) }),
  });

/** How long until it is told, for whoever watches: `/readyz` tries at most once a second. */
const expectReady = ({ isReady }: FaultyHost, isExpected: boolean) =>
  expect.poll(isReady, { timeout: 10_000, interval: 200 }).toBe(isExpected);

describe('A disk that takes nothing any more', () => {
  /** Note: the system refuses every write to a file of this process, as it does on a full disk; pipes and sockets go on. */
  const limitFiles = ({ host }: FaultyHost, bytes: string) => {
    const { status } = spawnSync('prlimit', [`--pid=${host.pid}`, `--fsize=${bytes}:unlimited`]);
    expect(status).toBe(0);
  };
  const fault = (world: FaultyHost): Fault => ({
    breakIt: () => limitFiles(world, '0'),
    mendIt: () => limitFiles(world, 'unlimited'),
  });

  it('stops every step of the customer for as long as it lasts, and none of them is lost or half done', async () => {
    const world = await open();
    await walkThrough(world, all, fault(world));
    expect(await world.findDisorder()).toEqual([]);
  });

  it('is said to customers, who may look but not write, and to the operator', async () => {
    const world = await open();
    const { breakIt, mendIt } = fault(world);
    await world.walker.work(2);
    await expectReady(world, true);
    breakIt();

    const refused = await ask(world, sendMessage, 'Is this all?');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(problemSchema.parse(await refused.json())).toMatchObject({ code: 'service-unavailable', retryAfter: 5 });
    expect((await ask(world, getEntry)).status).toBe(200);
    const page = await askRaw(world.host.origin, new URL(world.walker.customer.url).pathname);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('"kind":"open"')]);
    await expectReady(world, false);
    expect(await world.isAlive()).toBe(true);
    expect(world.readCodes()).toContain('SQLITE_IOERR_WRITE');

    mendIt();
    await expectReady(world, true);
    const sent = await ask(world, sendMessage, 'Is this all?');
    expect(sent.status).toBe(200);
    await world.walker.work();
    expect(await world.findDisorder()).toEqual([]);
  });
});

describe('A folder that may not be written any more', () => {
  /** Note: modes mean nothing to root, unless it gives up the right to ignore them. */
  const asAnybody = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

  it('stops what has files, and nothing else', async () => {
    const world = await open({ through: asAnybody });
    const incoming = join(world.settings.dataFolder, 'blobs', 'incoming');
    const breakIt = () => chmodSync(incoming, 0o500);
    const mendIt = () => chmodSync(incoming, 0o700);
    await walkThrough(world, withFiles, { breakIt, mendIt });
    expect(world.readCodes()).toContain('EACCES');
    breakIt();
    await expectReady(world, false);
    mendIt();
    await expectReady(world, true);
    expect(await world.findDisorder()).toEqual([]);
  });

  it('is named at the start', async () => {
    const world = await open();
    await world.host.kill('SIGTERM');
    const start = () => spawnNodeHost(world.settings, { siteFolder: join(world.folder, 'site'), through: asAnybody });
    chmodSync(world.settings.dataFolder, 0o500);
    await expect(start()).rejects.toThrow(/data cannot be written/);
    chmodSync(world.settings.dataFolder, 0o700);
    chmodSync(join(world.settings.dataFolder, 'room.db'), 0o400);
    await expect(start()).rejects.toThrow(/room\.db cannot be written/);
    chmodSync(join(world.settings.dataFolder, 'room.db'), 0o600);
    await (await start()).kill();
  });
});

describe('A data folder that is moved away', () => {
  it('stops every step until it is back', async () => {
    const world = await open();
    const { dataFolder } = world.settings;
    await walkThrough(world, all, {
      breakIt: () => renameSync(dataFolder, `${dataFolder}-away`),
      mendIt: () => renameSync(`${dataFolder}-away`, dataFolder),
    });
    expect(await world.findDisorder()).toEqual([]);
  });

  it('or removed is said, and the host can still be stopped', async () => {
    const world = await open();
    await world.walker.work(2);
    rmSync(world.settings.dataFolder, { recursive: true });
    expect((await ask(world, sendMessage, 'Is this all?')).status).toBe(503);
    expect((await ask(world, getEntry)).status).toBe(200);
    await expectReady(world, false);
    await world.host.kill('SIGTERM');
    expect(existsSync(world.settings.dataFolder)).toBe(false);
  });
});

describe('A disk that takes its time', () => {
  /** Every file that is put on it takes this long, while the sign is there. */
  const slowly = (folder: string) => `
    const { existsSync } = await import('node:fs');
    const { open } = await import('node:fs/promises');
    const { setTimeout: wait } = await import('node:timers/promises');
    const file = await open(process.execPath);
    const { sync } = Object.getPrototypeOf(file);
    Object.getPrototypeOf(file).sync = async function () {
      if (existsSync(${JSON.stringify(join(folder, 'slow'))})) await wait(1_200);
      return sync.call(this);
    };
    await file.close();`;

  it('makes those wait whose files it takes, and nobody else; whoever watches is told', async () => {
    const world = await open({ before: slowly });
    await world.walker.work(3);
    writeFileSync(join(world.folder, 'slow'), '');
    const startedAt = performance.now();
    const signing = world.walker.work(4).then(() => performance.now() - startedAt);
    expect((await ask(world, sendMessage, 'Is this all?')).status).toBe(200);
    expect((await ask(world, getEntry)).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1_200);
    expect(await world.isReady()).toBe(false);

    rmSync(join(world.folder, 'slow'));
    expect(await signing).toBeGreaterThan(1_200);
    await expectReady(world, true);
    await world.walker.work();
    expect(await world.findDisorder()).toEqual([]);
  });

  it('and a backup that holds the database makes writers wait until it lets go', async () => {
    const world = await open();
    await world.walker.work(2);
    const backup = new SqliteDatabase(join(world.settings.dataFolder, 'room.db'));
    backup.exec('begin immediate');
    const drafting = world.walker.work(3);
    setTimeout(() => backup.exec('rollback'), 500);
    await drafting;
    backup.close();
    await world.walker.work();
    expect(await world.findDisorder()).toEqual([]);
  });
});

describe('Two hosts on one data folder', () => {
  it('are one too many: the second says so and stops, the first goes on', async () => {
    const world = await open();
    await world.walker.work(4);
    const second = spawnNodeHost({ ...world.settings, port: 0 }, { siteFolder: join(world.folder, 'site') });
    await expect(second).rejects.toThrow(/in use by another process/);
    await world.walker.work();
    expect(await world.findDisorder()).toEqual([]);
  });
});

describe('A bucket that is out', () => {
  it('stops what has files, and nothing else, not even whether the host is ready', async () => {
    const server = await startS3Server();
    undo.push(server.stop);
    const world = await open({ settings: { s3: server.settings } });
    await walkThrough(world, withFiles, {
      breakIt: () => {
        server.outage = 'access-denied';
      },
      mendIt: () => {
        server.outage = null;
      },
    });
    server.outage = 'access-denied';
    expect(await world.isReady()).toBe(true);
    server.outage = null;
    expect(await world.findDisorder()).toEqual([]);
  });
});
