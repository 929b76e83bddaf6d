/**
 * Takes away the bytes that nobody will ever ask for: parts of uploads, and files, whose request died before it was over. Hosts call it
 * now and then.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { listUndecided, settleFile } from '#backend/session/undecided-files.ts';
import { listUnnamedChunks } from '#backend/uploads/upload-chunks.ts';

/**
 * Gives how many there were. What is found for the first time is left alone until the next call, because the request that put it there may
 * still be running: let more time pass between two calls than any request takes. No clock decides, so none can be wrong.
 */
export function createSweeper(deps: Pick<BackendDeps, 'store' | 'blobs'>): () => Promise<number> {
  let seen: ReadonlySet<string> = new Set();
  return async () => {
    const undecided = await listUndecided(deps);
    const chunks = await listUnnamedChunks(deps);
    const known = seen;
    const notes = undecided.map((one) => ({ ...one, name: `${one.session}/${one.file}` }));
    seen = new Set([...chunks, ...notes.map(({ name }) => name)]);

    const oldChunks = chunks.filter((key) => known.has(key));
    const oldNotes = notes.filter(({ name }) => known.has(name));
    for (const key of oldChunks) await deps.blobs.delete(key);
    for (const note of oldNotes) await settleFile(deps, note);
    return oldChunks.length + oldNotes.length;
  };
}
