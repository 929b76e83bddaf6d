/** The Node host as a process of its own: one that can be killed, held up and hemmed in, as the test's own process cannot be. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { HostSettings } from '#hosts/node/settings.ts';
import { hostSettings, writeSite } from '#tests/support/start-node-host.ts';

type Settings = Partial<HostSettings> & Pick<HostSettings, 'dataFolder'>;
type Options = {
  /** The command that runs it: `['prlimit', '--fsize=1000000']`. */
  through?: readonly string[];
  /** JavaScript that runs in it before anything of ours. */
  before?: string;
  /** Where the page lies; else in the data folder. */
  siteFolder?: string;
};

export type SpawnedHost = Awaited<ReturnType<typeof spawnNodeHost>>;

const running = new Set<ChildProcess>();

/** For the end of a test that did not come to its own end. */
export const killSpawnedHosts = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** @throws what it said when it did not start. */
export async function spawnNodeHost(settings: Settings, { through = [], before = '', siteFolder }: Options = {}) {
  const site = siteFolder ?? writeSite(join(settings.dataFolder, 'site'));
  const program = `${before};
    const { startHost } = await import('#hosts/node/start-host.ts');
    const folder = ${JSON.stringify(site)};
    const options = { siteFolder: folder, consoleFolder: folder, logTo: { write: (line) => process.stderr.write(line) } };
    const host = await startHost(${JSON.stringify({ ...hostSettings, ...settings })}, options).catch((error) => {
      console.error(error.message);
      process.exit(1);
    });
    process.once('SIGTERM', () => void host.stop());
    console.log(host.origin);`;
  const [command, ...rest] = [...through, process.execPath, '--input-type=module', '--eval', program];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trimEnd().split('\n')));
  const gone = once(child, 'exit').finally(() => running.delete(child));
  const origin = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data').then(([line]) => String(line).trim()),
    gone.then(() => {
      throw new Error(`The host did not start: ${lines.join('\n')}`);
    }),
  ]);
  return {
    origin,
    pid: Number(child.pid),
    /** What it logged. */
    lines,
    /** Note: `killed` would only say that the signal was sent. */
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    /** Gives the code it left with; null when the signal itself ended it. */
    kill: async (signal: NodeJS.Signals = 'SIGKILL') => {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
