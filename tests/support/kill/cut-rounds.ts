/**
 * Cuts every connection of two hosts to their PostgreSQL again and again while many customers walk the main path, each request through either
 * host, and looks in the end whether everything that was answered is there, once, and nothing is half done.
 */
import { join } from 'node:path';

import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { openSharedData } from '#hosts/node/shared-data.ts';
import { checkKept } from '#tests/support/kill/check-kept.ts';
import { createCrowd } from '#tests/support/kill/crowd.ts';
import { createRandom } from '#tests/support/kill/seeded-random.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { openTestDatabase } from '#tests/support/postgres/open-test-database.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorToken } from '#tests/support/start-node-host.ts';

/** Answers between two cuts. */
const answers = [5, 40] as const;
/** Times that whoever was interrupted goes on; connections are cut in all but the last of them. */
const maxRounds = 12;

export async function cutRounds({ sessions, seed }: { sessions: number; seed: number }) {
  const folder = makeTemporaryFolder();
  const database = await openTestDatabase();
  const random = createRandom(seed);
  const dataFolder = join(folder.path, 'data');
  const settings = { dataFolder, database: { url: database.url }, limits: { trustedProxies: 0, areOn: false } };
  const hosts = await Promise.all([spawnNodeHost(settings), spawnNodeHost(settings)]);
  const origins = hosts.map(({ origin }) => origin);
  try {
    const agent = createAgentClient((request) => fetch(request), origins[0] ?? '', operatorToken);
    const document = await agent.addDocument(await buildPdf());
    const crowd = createCrowd({ origins, document, random, hasOutages: true });
    crowd.fillUp(sessions);
    let left = random.between(...answers);
    let cut = Promise.resolve(0);
    const cutNowAndThen = () => {
      left -= 1;
      if (left > 0) return;
      left = random.between(...answers);
      cut = cut.then(async (count) => count + (await database.cutConnections()));
    };
    for (let round = 1; crowd.listUnfinished().length > 0 && round <= maxRounds; round += 1) {
      await crowd.serveAll(() => false, round < maxRounds ? cutNowAndThen : undefined);
    }
    const cuts = await cut;
    await Promise.all(hosts.map(({ kill }) => kill()));

    const open = () =>
      openSharedData(dataFolder, database.url, {
        createId: () => crypto.randomUUID(),
        s3: null,
        tell: () => undefined,
      });
    const checked = await checkKept(open, crowd.customers, { documents: [`file/${document}`], isLast: true });
    const unfinished = crowd.listUnfinished().map(({ customer }) => `${customer.key('path')} did not come to its end.`);
    return { ...crowd.heard, cuts, disorder: [...checked.disorder, ...crowd.heard.refused, ...unfinished] };
  } finally {
    await Promise.all(hosts.map(({ kill }) => kill()));
    await database.remove();
    folder.remove();
  }
}
