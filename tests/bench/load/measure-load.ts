/**
 * The Node host under load: a process of its own with SQLite on the disk, a thousand live feeds and two hundred requests a second, beside a
 * bare server that answers the bytes of the entry in the same run.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { getFeed } from '#contract/endpoints/entry.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { type Customer, startCustomers } from '#tests/bench/load/customers.ts';
import { follow } from '#tests/bench/load/follow.ts';
import { toLoadFigures } from '#tests/bench/load/load-figures.ts';
import { closeConnections } from '#tests/bench/load/send.ts';
import { type StartedProcess, startProcess } from '#tests/bench/load/start-process.ts';
import { askEntry, makeTraffic } from '#tests/bench/load/traffic.ts';
import { watchProcess } from '#tests/bench/load/watch-process.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

const feeds = 1_000;
const perSecond = 200;
/** Seconds. */
const warmUp = 5;

export async function measureLoad({ seconds }: { seconds: number }): Promise<Figure[]> {
  const folder = makeTemporaryFolder();
  const [agentToken, metricsToken] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const host = await startProcess('src/hosts/node/main.ts', [], {
    PORT: '0',
    DEMO: 'off',
    RATE_LIMITS: 'off',
    DATA_DIR: join(folder.path, 'data'),
    AGENT_TOKEN: agentToken,
    METRICS_TOKEN: metricsToken,
  });
  console.log(`  starting ${feeds} sessions`);
  const customers = await startCustomers(host.origin, agentToken, feeds);
  const [first] = customers;
  if (!first) throw new Error('Failed to start anybody.');
  const bare = await startBareServer(host.origin, first);

  const heard: { key: string; at: number }[] = [];
  const followed = await Promise.all(
    customers.map(({ headers }) =>
      follow(`${host.origin}${getFeed.path}?after=0`, headers, (key, at) => heard.push({ key, at })),
    ),
  );
  const process = watchProcess(host.origin, metricsToken);
  // Note: compiled and cached is how both are found by nearly every customer.
  await makeTraffic({ origin: host.origin, bareOrigin: bare.origin, customers, perSecond, seconds: warmUp });
  heard.length = 0;
  console.log(`  ${perSecond} requests a second for ${seconds} s`);
  const traffic = await makeTraffic({ origin: host.origin, bareOrigin: bare.origin, customers, perSecond, seconds });
  const samples = await process.stop();

  for (const { leave } of followed) leave();
  closeConnections();
  await Promise.all([host.stop(), bare.stop()]);
  folder.remove();
  return toLoadFigures({ traffic, heard, samples, seconds, feeds });
}

/** The same head and the same bytes as the host gave once. */
async function startBareServer(origin: string, customer: Customer): Promise<StartedProcess> {
  const { headers, bytes } = await askEntry(origin, customer);
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(connection|keep-alive|date|transfer-encoding)$/.test(name),
  );
  const answer = JSON.stringify({ headers: Object.fromEntries(kept), body: bytes.toString('base64') });
  return startProcess('tests/bench/bare-server/main.ts', [answer]);
}
