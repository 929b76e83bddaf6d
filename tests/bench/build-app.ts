/** Builds one of the apps, and says what its page loads first. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'vite';

import { toBrotli } from '#tests/bench/serve/create-site.ts';

export type BuiltApp = {
  folder: string;
  /** In bytes, brotli: the entry chunk and everything it imports at once. */
  script: number;
  /** In bytes, brotli: the page with what is inside. */
  page: number;
};

const sizeOf = async (bytes: Uint8Array): Promise<number> => (await toBrotli(bytes)).length;

export async function buildApp(configFile: string, folder: string): Promise<BuiltApp> {
  const output = await build({ configFile, logLevel: 'warn' });
  if (Array.isArray(output) || !('output' in output)) throw new Error(`Failed to build ${configFile}: no one build.`);
  const chunks = output.output.filter((file) => file.type === 'chunk');
  const first = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of first) {
    for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) first.add(imported);
  }
  const scripts = await Promise.all([...first].map(async (name) => sizeOf(await readFile(join(folder, name)))));
  return {
    folder,
    script: scripts.reduce((sum, size) => sum + size, 0),
    page: await sizeOf(await readFile(join(folder, 'index.html'))),
  };
}
