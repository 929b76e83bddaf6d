/** A PostgreSQL for one run of the tests: in a temporary folder, on a socket in it, quick instead of safe. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { findPostgres, howToGetPostgres } from '#tests/support/postgres/find-postgres.ts';

export type PostgresServer = { url: string; stop: () => Promise<void> };

const password = 'password-of-the-tests';

/** Note: PostgreSQL refuses to run as root. “nobody” is there on every system that has root. */
const nobody = 65_534;
const runAs = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(howToGetPostgres);
  const { path: folder, remove } = makeTemporaryFolder();
  try {
    const child = await start(programs, folder);
    return {
      url: `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`,
      stop: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGQUIT');
        await gone;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function start(programs: string, folder: string): Promise<ChildProcess> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (runAs.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  await promisify(execFile)(
    join(programs, 'initdb'),
    [
      '--pgdata',
      data,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...runAs, cwd: folder },
  );
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
    max_connections: '200',
    lc_messages: 'C',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Note: a run that is broken off leaves no server behind.
  process.once('exit', () => child.kill('SIGQUIT'));
  await untilReady(child);
  return child;
}

async function untilReady(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  if (!child.stderr) throw new Error('Failed to start PostgreSQL: it says nothing.');
  for await (const line of createInterface(child.stderr)) {
    said.push(line);
    if (!line.includes('ready to accept connections')) continue;
    child.stderr.resume();
    return;
  }
  throw new Error(`Failed to start PostgreSQL:\n${said.join('\n')}`);
}
