/**
 * Kills the host again and again while many customers walk the main path, and looks after each time whether everything that was answered
 * is there and nothing is half done. Every other round begins a day later, so that some links have run out.
 */
import { join } from 'node:path';

import type { FileId } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { openDataFolder } from '#hosts/node/data-folder.ts';
import { checkKept } from '#tests/support/kill/check-kept.ts';
import { createCrowd, type Crowd } from '#tests/support/kill/crowd.ts';
import { createRandom, type Random } from '#tests/support/kill/seeded-random.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { type SpawnedHost, spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorToken, writeSite } from '#tests/support/start-node-host.ts';

type Options = {
  rounds: number;
  /** How many customers are on their way at the same time. */
  sessions: number;
  seed: number;
  /** Told a line after every round. */
  tell?: (line: string) => void;
};

export type KillReport = {
  sessions: number;
  answered: number;
  unanswered: number;
  /** The most blobs that killed requests had left behind at one time; all of them were swept in the end. */
  unnamed: number;
  /** What is wrong, in sentences. */
  disorder: string[];
};

/** Answers after which the host is killed, and milliseconds after the last of them. */
const answers = [150, 900] as const;
const pause = [0, 20] as const;
/** Rounds without a kill, in which everybody comes to the end; who waits for a new link needs a second one. */
const maxEndings = 4;
const dayAndHour = 25 * 60 * 60 * 1_000;

export async function killRounds({ rounds, sessions, seed, tell = () => undefined }: Options): Promise<KillReport> {
  const folder = makeTemporaryFolder();
  const random = createRandom(seed);
  const dataFolder = join(folder.path, 'data');
  const siteFolder = writeSite(join(folder.path, 'site'));
  const start = (round: number, port: number): Promise<SpawnedHost> => {
    const before = `const now = Date.now; Date.now = () => now() + ${Math.floor(round / 2) * dayAndHour}`;
    const settings = { dataFolder, port, limits: { trustedProxies: 0, areOn: false } };
    return spawnNodeHost(settings, { siteFolder, before });
  };
  const open = () => openDataFolder(dataFolder, { createId: () => crypto.randomUUID() });
  try {
    const first = await start(0, 0);
    const { origin } = first;
    const document = await sendDocument(origin);
    await first.kill();

    const crowd = createCrowd({ origins: [origin], document, random });
    const report: KillReport = { sessions: 0, answered: 0, unanswered: 0, unnamed: 0, disorder: [] };
    const look = async (isLast: boolean) => {
      const checked = await checkKept(open, crowd.customers, { documents: [`file/${document}`], isLast });
      report.disorder.push(...checked.disorder);
      report.unnamed = Math.max(report.unnamed, checked.unnamed);
      return checked;
    };
    const port = Number(new URL(origin).port);
    for (let round = 1; round <= rounds; round += 1) {
      crowd.fillUp(sessions);
      await killInTheMiddle(await start(round, port), crowd, random);
      const { disorder, unnamed } = await look(false);
      tell(
        `round ${round}: ${crowd.customers.length} sessions, ${crowd.heard.answered} answers, ${crowd.heard.unanswered} requests without one, ${unnamed} blobs of nobody, ${disorder.length} wrong`,
      );
    }
    for (let ending = 1; crowd.listUnfinished().length > 0 && ending <= maxEndings; ending += 1) {
      const host = await start(rounds, port);
      await crowd.serveAll(host.isGone);
      await host.kill('SIGTERM');
      await look(false);
    }
    await look(true);
    const unfinished = crowd.listUnfinished().map(({ customer }) => `${customer.key('path')} did not come to its end.`);
    report.disorder.push(...crowd.heard.refused, ...unfinished);
    return { ...report, ...crowd.heard, sessions: crowd.customers.length };
  } finally {
    folder.remove();
  }
}

const sendDocument = async (origin: string): Promise<FileId> =>
  createAgentClient((request) => fetch(request), origin, operatorToken).addDocument(await buildPdf());

async function killInTheMiddle(host: SpawnedHost, crowd: Crowd, random: Random): Promise<void> {
  let left = random.between(...answers);
  const delay = random.between(...pause);
  await crowd.serveAll(host.isGone, () => {
    left -= 1;
    if (left === 0) setTimeout(() => void host.kill(), delay);
  });
  await host.kill();
}
