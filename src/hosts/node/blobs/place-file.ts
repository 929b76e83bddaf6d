/** Files that are whole or not there: written under a name of their own, given their real one when all of it is on the disk. */
import { existsSync, renameSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** All of it is on the disk when this is done. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every time round somebody else's file was finished, so there are no more of them than requests that end at once. */
const maxAttempts = 32;

/** The first of a name stays. Note: its folder goes when the last file in it does, which may be just now, even while it is made. */
export async function placeFile(half: string, path: string, attempt = 1): Promise<void> {
  const folder = dirname(path);
  const made = await place(half, path).catch((error: unknown) => {
    if (attempt === maxAttempts || !isMissing(error)) throw error;
    return null;
  });
  if (made === null) return placeFile(half, path, attempt + 1);
  await syncFolders(folder, made === undefined ? folder : dirname(made));
}

/** Gives the first folder that had to be made. */
async function place(half: string, path: string): Promise<string | undefined> {
  const made = await mkdir(dirname(path), { recursive: true });
  // Note: in one go, because two may come with the same name. Other processes that share the folder make names of their own.
  if (existsSync(path)) await rm(half);
  else renameSync(half, path);
  return made;
}

/** So that names survive a power cut as well, those of new folders too. */
async function syncFolders(path: string, top: string): Promise<void> {
  await syncFolder(path);
  if (path !== top) await syncFolders(dirname(path), top);
}

/** Note: Windows opens no folders, and needs no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENAMETOOLONG');
