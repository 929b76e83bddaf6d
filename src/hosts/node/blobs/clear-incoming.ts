/** Clears away what crashes left half written. In a folder that several processes share, what is young may be another's that is being written. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1_000;

export async function clearIncoming(folder: string, { isShared }: { isShared: boolean }): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!isShared || (await readAge(path)) > day) await rm(path, { recursive: true, force: true });
  }
}

/** Milliseconds; none for what somebody else has cleared away or finished meanwhile. */
const readAge = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
