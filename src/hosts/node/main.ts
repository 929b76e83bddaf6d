/** `npm start`: the room, served. Settings come from the environment and the command line; see `docs/operating.md`. */
import { HostError } from '#hosts/node/host-error.ts';
import { parseSettings } from '#hosts/node/settings.ts';
import { type Host, startHost } from '#hosts/node/start-host.ts';

try {
  const host = await startHost(parseSettings(process.env, process.argv.slice(2)));
  console.log(describe(host));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void host.stop());
} catch (error) {
  if (!(error instanceof HostError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function describe({ origin, demo, firstLink }: Host): string {
  const width = Math.max(0, ...demo.map(({ title }) => title.length));
  const links = demo.map(({ title, url }) => `  ➜  ${title.padEnd(width)}  ${url}`);
  const first =
    firstLink && `  Nobody can sign in yet. ${firstLink.email} sets a password, once, by:\n  ➜  ${firstLink.url}\n`;
  return [
    `\n  The session room is served at ${origin}`,
    `  The console, for those who work here: ${origin}/console\n`,
    ...links,
    ...(first === null ? [] : ['', first]),
    '',
  ].join('\n');
}
