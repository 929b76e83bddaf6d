/**
 * Files whose fate a commit decides: one that is to be named, one that is to be taken off. A note says so before anything is written and
 * goes when it is settled, so that what a crash or an outage leaves behind is known to `store/sweep-abandoned.ts`, and nothing else has
 * to be looked through.
 */
import type { FileInfo } from '#contract/file.ts';
import { type FileId, fileIdSchema, type SessionId, sessionIdSchema } from '#contract/ids.ts';
import { isRefusal } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { describeFile, fileKey, namesFile, type NewFile } from '#backend/session/files.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

type Kept = Pick<BackendDeps, 'store' | 'blobs'>;

const prefix = 'undecided/';
const noteKey = (session: SessionId, file: FileId) => `${prefix}${session}/${file}`;

/** Keeps a new file, and then commits what names it. */
export async function keepFileFor(
  deps: Kept & Pick<BackendDeps, 'createId'>,
  session: SessionId,
  file: NewFile,
  commit: (kept: FileInfo) => Promise<SessionRecord>,
): Promise<SessionRecord> {
  const info = await describeFile(deps, file);
  return decideFile(deps, session, info.id, async () => {
    await deps.blobs.put(fileKey(info.id), file.bytes);
    return commit(info);
  });
}

/** Commits; afterwards the file is gone unless the session names it. Only for files of this session. */
export async function decideFile(
  deps: Kept,
  session: SessionId,
  file: FileId,
  commit: () => Promise<SessionRecord>,
): Promise<SessionRecord> {
  await deps.blobs.put(noteKey(session, file), new Uint8Array());
  const committed = await commit().catch(async (error: unknown) => {
    // Note: after an outage nobody knows yet whether it was committed, so the note stays.
    if (isRefusal(error)) await settleLater(deps, session, file);
    throw error;
  });
  await settleLater(deps, session, file);
  return committed;
}

/** The same for several. */
export const decideFiles = (
  deps: Kept,
  session: SessionId,
  files: readonly FileId[],
  commit: () => Promise<SessionRecord>,
): Promise<SessionRecord> => files.reduce((next, file) => () => decideFile(deps, session, file, next), commit)();

/** Note: what was decided stands, whatever becomes of the tidying; the note stays when it fails. */
const settleLater = (deps: Kept, session: SessionId, file: FileId): Promise<void> =>
  settleFile(deps, { session, file }).catch(() => undefined);

type Undecided = { session: SessionId; file: FileId };

export async function settleFile({ store, blobs }: Kept, { session, file }: Undecided): Promise<void> {
  const record = await store.loadSession(session);
  if (!record || !namesFile(record, file)) await blobs.delete(fileKey(file));
  await blobs.delete(noteKey(session, file));
}

/** All there are, those of requests that are running included. */
export async function listUndecided({ blobs }: Pick<BackendDeps, 'blobs'>): Promise<Undecided[]> {
  const keys = await blobs.list(prefix);
  return keys.map((key) => {
    const [session, file] = key.slice(prefix.length).split('/');
    return { session: sessionIdSchema.parse(session), file: fileIdSchema.parse(file) };
  });
}
