/**
 * The port for bytes on a folder: one file a key. A file has its name only when all of it is on the disk, so what is found is whole;
 * what a crash left half written lies in `incoming` and is cleared away at the next start.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Blobs } from '#backend/store/blobs.ts';
import { toBlobFolder, toBlobKey, toBlobPath } from '#hosts/node/blobs/blob-names.ts';

type Options = { createId: () => string };

export async function openFolderBlobs(folder: string, { createId }: Options): Promise<Blobs> {
  const kept = join(folder, 'kept');
  const incoming = join(folder, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await Promise.all([kept, incoming].map((path) => mkdir(path, { recursive: true })));

  return {
    async put(key, bytes) {
      const path = join(kept, toBlobPath(key));
      const half = join(incoming, createId());
      try {
        await writeWhole(half, bytes);
        await mkdir(dirname(path), { recursive: true });
        await rename(half, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    get: (key) => readFile(join(kept, toBlobPath(key))).then(toBytes, unlessMissing),
    async delete(key) {
      await rm(join(kept, toBlobPath(key)), { force: true });
    },
    async list(prefix) {
      const within = toBlobFolder(prefix);
      const paths = (await readdir(join(kept, within), { recursive: true }).catch(unlessMissing)) ?? [];
      const keys = paths.flatMap((path) => toBlobKey(join(within, path)) ?? []);
      return keys.filter((key) => key.startsWith(prefix)).toSorted();
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the name survives a power cut as well. Note: Windows opens no folders, and needs no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Note: small files come in a buffer shared with others, whose rest is nobody's business. */
const toBytes = (file: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(file);

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENAMETOOLONG')) return;
  throw error;
}
