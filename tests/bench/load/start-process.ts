/** A server in a process of its own, as the machines of customers would find it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type StartedProcess = { origin: string; stop: () => Promise<void> };

/** Ready when it has said where it is served. */
export async function startProcess(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const origin = await new Promise<string>((resolve, reject) => {
    // Note: what it says later is its log; read on, or it would wait for us.
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/localhost:\d+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`Failed to start ${program}: it left with ${code}.`)));
  });
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
