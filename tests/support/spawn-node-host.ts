/** The Node host as a process of its own, that can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { HostSettings } from '#hosts/node/settings.ts';
import { hostSettings, writeSite } from '#tests/support/start-node-host.ts';

type Settings = Partial<HostSettings> & Pick<HostSettings, 'dataFolder'>;

export async function spawnNodeHost(settings: Settings): Promise<{ origin: string; kill: () => Promise<void> }> {
  const siteFolder = writeSite(join(settings.dataFolder, 'site'));
  const program = `const { startHost } = await import('#hosts/node/start-host.ts');
    const options = { siteFolder: ${JSON.stringify(siteFolder)}, logTo: { write: () => undefined } };
    console.log((await startHost(${JSON.stringify({ ...hostSettings, ...settings })}, options)).origin);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const origin = await Promise.race([
    once(child.stdout, 'data').then(([line]) => String(line).trim()),
    gone.then(() => {
      throw new Error('The host did not start.');
    }),
  ]);
  return {
    origin,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
