/**
 * A built site (the room, the console) in memory: its page, and every file with the versions that were compressed beside it. What is not in
 * here is not served, so no path leads out of the folder, whatever it says.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

import { HostError } from '#hosts/node/host-error.ts';
import type { Encoding } from '#hosts/node/http/pick-encoding.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type SiteFile = {
  path: string;
  bytes: Bytes;
  encoded: Partial<Record<Encoding, Bytes>>;
  type: string;
  etag: string;
  /** Named after its content: what is behind the name never changes. */
  isHashed: boolean;
};

export type Site = { files: ReadonlyMap<string, SiteFile>; page: string };

export const encodedSuffixes = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const satisfies readonly (readonly [Encoding, string])[];

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** `base`: what its addresses begin with: `/console`. @throws {HostError} when there is no build. */
export function loadSite(folder: string, base = ''): Site {
  const [pagePath] = globSync(join(folder, '*.html'));
  if (pagePath === undefined) throw new HostError(`${folder} holds no page. Build it first: npm run build`);
  const paths = globSync(join(folder, '**/*.*')).filter((path) => !/\.(br|gz|html)$/.test(path));
  const files = paths.map((path) => loadFile(folder, path, base));
  return { files: new Map(files.map((file) => [file.path, file])), page: readFileSync(pagePath, 'utf8') };
}

function loadFile(folder: string, file: string, base: string): SiteFile {
  const bytes = new Uint8Array(readFileSync(file));
  const found = encodedSuffixes.filter(([, suffix]) => existsSync(file + suffix));
  const path = `${base}/${relative(folder, file).split(sep).join('/')}`;
  return {
    path,
    bytes,
    encoded: Object.fromEntries(found.map(([name, suffix]) => [name, new Uint8Array(readFileSync(file + suffix))])),
    type: types[extname(file)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isHashed: path.startsWith(`${base}/assets/`),
  };
}
