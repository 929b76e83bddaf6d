/** The received parts of an upload as blobs, until they are put together. */
import { type SessionId, sessionIdSchema, type UploadId } from '#contract/ids.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { listFileTakers, listUploads } from '#backend/session/file-taker.ts';
import type { SessionRecord, StoredTransfer } from '#backend/session/session-record.ts';

const prefix = 'upload/';
const prefixOf = (session: SessionId, id: UploadId) => `${prefix}${session}/${id}/`;

/** Keeps a part under a name of its own: two that arrive for the same place never overwrite each other. */
export async function keepChunk(
  { blobs, createId }: Pick<BackendDeps, 'blobs' | 'createId'>,
  session: SessionId,
  upload: StoredTransfer,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ name: string; size: number }> {
  const name = `${String(upload.offset).padStart(12, '0')}-${createId()}`;
  await blobs.put(prefixOf(session, upload.id) + name, bytes);
  return { name, size: bytes.byteLength };
}

/**
 * Everything received of an upload that is over, losers of races included. Note: what was committed stands, whatever becomes of the
 * tidying; what is left is swept (`store/sweep-abandoned.ts`).
 */
export async function deleteChunks(
  { blobs }: Pick<BackendDeps, 'blobs'>,
  session: SessionId,
  id: UploadId,
): Promise<void> {
  const keys = await blobs.list(prefixOf(session, id)).catch(() => []);
  await Promise.allSettled(keys.map((key) => blobs.delete(key)));
}

export const deleteChunk = (
  { blobs }: Pick<BackendDeps, 'blobs'>,
  session: SessionId,
  id: UploadId,
  name: string,
): Promise<void> => blobs.delete(prefixOf(session, id) + name).catch(() => undefined);

/** The whole file: what is kept, then `last`. Undefined when a part is gone. */
export async function assembleUpload(
  { blobs }: Pick<BackendDeps, 'blobs'>,
  session: SessionId,
  upload: StoredTransfer,
  last: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const whole = new Uint8Array(upload.length);
  let offset = 0;
  for (const name of upload.chunks) {
    const part = await blobs.get(prefixOf(session, upload.id) + name);
    if (!part) return undefined;
    whole.set(part, offset);
    offset += part.byteLength;
  }
  if (offset !== upload.offset) return undefined;
  whole.set(last, offset);
  return whole;
}

/** Parts that no upload names which could still go on, those included that a running request is about to name. */
export async function listUnnamedChunks({ store, blobs }: Pick<BackendDeps, 'store' | 'blobs'>): Promise<string[]> {
  const bySession = Map.groupBy(await blobs.list(prefix), (key) => key.split('/')[1]);
  const unnamed: string[] = [];
  for (const [session, keys] of bySession) {
    const id = sessionIdSchema.safeParse(session);
    const record = id.success ? await store.loadSession(id.data) : undefined;
    const named = new Set(record && listNamedChunks(record));
    unnamed.push(...keys.filter((key) => !named.has(key)));
  }
  return unnamed;
}

function listNamedChunks(record: SessionRecord): string[] {
  const { id, state, attachments = [] } = record;
  const uploads = listFileTakers(record).filter(isActionable).flatMap(listUploads);
  const transfers: readonly StoredTransfer[] = state === 'ended' ? uploads : [...uploads, ...attachments];
  return transfers.flatMap((transfer) => transfer.chunks.map((name) => prefixOf(id, transfer.id) + name));
}

/** Uploads of which something was received, and which are not a file yet. */
export async function countUploads({ blobs }: Pick<BackendDeps, 'blobs'>): Promise<number> {
  const keys = await blobs.list(prefix);
  return new Set(keys.map((key) => key.split('/').slice(0, 3).join('/'))).size;
}
