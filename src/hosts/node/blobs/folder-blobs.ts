/**
 * The port for bytes on a folder: one file a key. A file has its name only when all of it is on the disk, so what is found is whole;
 * what a crash left half written lies in `incoming` and is cleared away at the next start.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import type { Blobs } from '#backend/store/blobs.ts';
import { toStorageOutage } from '#backend/store/storage-outage.ts';
import { toBlobFolder, toBlobKey, toBlobPath } from '#hosts/node/blobs/blob-names.ts';
import { clearIncoming } from '#hosts/node/blobs/clear-incoming.ts';
import { hasCode, isMissing, placeFile, writeWhole } from '#hosts/node/blobs/place-file.ts';

/** `isShared`: other processes write to this folder too. */
type Options = { createId: () => string; isShared?: boolean };

export async function openFolderBlobs(folder: string, { createId, isShared = false }: Options): Promise<Blobs> {
  const kept = join(folder, 'kept');
  const incoming = join(folder, 'incoming');
  await Promise.all([kept, incoming].map((path) => mkdir(path, { recursive: true })));
  await clearIncoming(incoming, { isShared });

  const read = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const bytes = await readFile(path).catch(unlessMissing);
    // Note: where the whole folder is gone, nothing can be said about what is in it.
    if (!bytes && !existsSync(kept)) throw new Error(`Failed to read: ${kept} was moved or removed.`);
    return bytes && toBytes(bytes);
  };
  const remove = async (path: string): Promise<void> => {
    await rm(path, { force: true });
    if (dirname(path) !== kept) await rmdir(dirname(path)).catch(unlessUsed);
  };
  return {
    async put(key, bytes) {
      const half = join(incoming, createId());
      try {
        await writeWhole(half, bytes);
        await placeFile(half, join(kept, toBlobPath(key)));
      } catch (error) {
        await rm(half, { force: true }).catch(() => undefined);
        throw toStorageOutage(error);
      }
    },
    get: (key) => read(join(kept, toBlobPath(key))).catch(toOutage),
    delete: (key) => remove(join(kept, toBlobPath(key))).catch(toOutage),
    list: async (prefix) => {
      const paths = await walk(join(kept, toBlobFolder(prefix))).catch(toOutage);
      const keys = paths.flatMap((path) => toBlobKey(relative(kept, path)) ?? []);
      return keys.filter((key) => key.startsWith(prefix)).toSorted();
    },
  };
}

/** Note: folder by folder, because one that goes away meanwhile must not take the others with it. */
async function walk(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(unlessMissing)) ?? [];
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : Promise.resolve([path]);
    }),
  );
  return found.flat();
}

const toOutage = (error: unknown): never => {
  throw toStorageOutage(error);
};

/** Note: small files come in a buffer shared with others, whose rest is nobody's business. */
const toBytes = (file: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(file);

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

/** What is written next to it keeps its folder. */
function unlessUsed(error: unknown): void {
  if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
}
