/** The Node host on a free port, with a data folder and a site of its own, and an agent who knows its token. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { teamIdSchema } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import type { HostSettings } from '#hosts/node/settings.ts';
import { startHost } from '#hosts/node/start-host.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

export const operatorToken = 'operator-token-of-the-tests-0123456789';
export const operatorTeam = teamIdSchema.parse('main');

export const hostSettings: Omit<HostSettings, 'dataFolder'> = {
  port: 0,
  host: 'localhost',
  publicOrigin: undefined,
  demo: false,
  agent: { token: operatorToken, name: 'Ada Agent' },
  s3: null,
  database: null,
  limits: { trustedProxies: 0, areOn: true },
  metrics: null,
  mail: null,
  text: null,
  webhooks: { toLoopback: true },
  logLevel: 'debug',
};

const writePage = (script: string) =>
  `<!doctype html><html><head><style>a{color:red}</style><script>${script}</script></head><body></body></html>`;

export const fixturePage = writePage('start()');

/** A site as small as one can be. */
export function writeSite(folder: string, { script = 'start()', worker = 'export {};' } = {}): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), writePage(script));
  writeFileSync(join(folder, 'embed.js'), 'var SessionRoom = {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets', 'room-abc.js'), `export const words = '${'so many words, '.repeat(200)}';`);
  writeFileSync(join(folder, 'assets', 'pdf.worker.min-abc.mjs'), worker);
  return folder;
}

type Options = { settings?: Partial<HostSettings>; siteFolder?: string; consoleFolder?: string; now?: () => number };

export async function startNodeHost({ settings = {}, siteFolder, consoleFolder, now }: Options = {}) {
  const folder = makeTemporaryFolder();
  const site = siteFolder ?? writeSite(join(folder.path, 'site'));
  const lines: string[] = [];
  const host = await startHost(
    { ...hostSettings, dataFolder: join(folder.path, 'data'), ...settings },
    {
      siteFolder: site,
      consoleFolder: consoleFolder ?? site,
      logTo: { write: (line) => lines.push(line) },
      ...(now && { now }),
    },
  );
  return {
    ...host,
    folder: folder.path,
    /** As they were written. */
    lines,
    agent: createAgentClient((request) => fetch(request), host.origin, operatorToken),
    stop: async () => {
      await host.stop();
      folder.remove();
    },
  };
}
export type NodeHost = Awaited<ReturnType<typeof startNodeHost>>;
