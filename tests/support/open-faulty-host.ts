/** A host of its own process whose surroundings a test breaks, and a customer on their way through it. */
import { join } from 'node:path';

import { openDataFolder } from '#hosts/node/data-folder.ts';
import type { HostSettings } from '#hosts/node/settings.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { checkKept } from '#tests/support/kill/check-kept.ts';
import { buildMainPath, buildPaper } from '#tests/support/kill/main-path-session.ts';
import { createScriptedCustomer } from '#tests/support/kill/scripted-customer.ts';
import { createRandom } from '#tests/support/kill/seeded-random.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorToken, writeSite } from '#tests/support/start-node-host.ts';

type Options = {
  settings?: Partial<HostSettings>;
  through?: readonly string[];
  /** JavaScript that runs in the host first; `folder` is where a test may leave it a sign. */
  before?: (folder: string) => string;
};

export type FaultyHost = Awaited<ReturnType<typeof openFaultyHost>>;

export async function openFaultyHost({ settings = {}, through = [], before = () => '' }: Options = {}) {
  const folder = makeTemporaryFolder();
  const dataFolder = join(folder.path, 'data');
  const siteFolder = writeSite(join(folder.path, 'site'));
  const whole = { dataFolder, limits: { trustedProxies: 0, areOn: false }, ...settings };
  const host = await spawnNodeHost(whole, { siteFolder, through, before: before(folder.path) });
  const random = createRandom(1);
  const agent = createAgentClient((request) => fetch(request), host.origin, operatorToken);
  const document = await agent.addDocument(await buildPdf());
  const plan = { number: 1, input: buildMainPath(1, document, random), paper: buildPaper(random) };
  const walker = createScriptedCustomer(plan, { origins: [host.origin], random, onAnswer: () => undefined });
  const openKept = () => openDataFolder(dataFolder, { createId: () => crypto.randomUUID(), s3: settings.s3 ?? null });
  const askStatus = async (path: string) => (await fetch(host.origin + path)).status;

  return {
    host,
    folder: folder.path,
    settings: whole,
    walker,
    isReady: async () => (await askStatus('/readyz')) === 200,
    isAlive: async () => (await askStatus('/healthz')) === 200,
    /** What the log says, beside what it says of every request: the codes of systems and libraries. */
    readCodes: (): string[] => [...new Set(host.lines.join('\n').match(/(?<="code":")[A-Z_]+(?=")/g))],
    /** Stops the host and looks through what it kept. */
    findDisorder: async (): Promise<string[]> => {
      await host.kill('SIGTERM');
      const { disorder } = await checkKept(openKept, [walker], { documents: [`file/${document}`], isLast: true });
      return disorder;
    },
    remove: async () => {
      await host.kill();
      folder.remove();
    },
  };
}
