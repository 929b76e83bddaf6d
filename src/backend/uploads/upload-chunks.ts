/** The received parts of an upload as blobs, until they are put together. */
import type { UploadId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { StoredUpload } from '#backend/session/session-record.ts';

const prefixOf = (id: UploadId) => `upload/${id}/`;

/** Keeps a part under a name of its own: two that arrive for the same place never overwrite each other. */
export async function keepChunk(
  { blobs, createId }: Pick<BackendDeps, 'blobs' | 'createId'>,
  upload: StoredUpload,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ name: string; size: number }> {
  const name = `${String(upload.offset).padStart(12, '0')}-${createId()}`;
  await blobs.put(prefixOf(upload.id) + name, bytes);
  return { name, size: bytes.byteLength };
}

export const deleteChunk = ({ blobs }: Pick<BackendDeps, 'blobs'>, id: UploadId, name: string): Promise<void> =>
  blobs.delete(prefixOf(id) + name);

/** Everything received of an upload, losers of races included. */
export async function deleteChunks({ blobs }: Pick<BackendDeps, 'blobs'>, id: UploadId): Promise<void> {
  const keys = await blobs.list(prefixOf(id));
  await Promise.all(keys.map((key) => blobs.delete(key)));
}

/** The whole file: what is kept, then `last`. Undefined when a part is gone, because somebody else finished meanwhile. */
export async function assembleUpload(
  { blobs }: Pick<BackendDeps, 'blobs'>,
  upload: StoredUpload,
  last: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const whole = new Uint8Array(upload.length);
  let offset = 0;
  for (const name of upload.chunks) {
    const part = await blobs.get(prefixOf(upload.id) + name);
    if (!part) return undefined;
    whole.set(part, offset);
    offset += part.byteLength;
  }
  if (offset !== upload.offset) return undefined;
  whole.set(last, offset);
  return whole;
}
