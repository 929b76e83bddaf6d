/** Where a file's bytes live, and how a new one is kept. */
import type { FileInfo } from '#contract/file.ts';
import { type FileId, fileIdSchema } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { sha256Hex } from '#backend/session/hash.ts';

export const fileKey = (id: FileId) => `file/${id}`;

/** Stores bytes under a new generated id. Until a session names the file nobody can read it. */
export async function keepFile(
  { blobs, createId }: Pick<BackendDeps, 'blobs' | 'createId'>,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<FileInfo> {
  const id = fileIdSchema.parse(createId());
  await blobs.put(fileKey(id), bytes);
  return { id, name, type, size: bytes.byteLength, sha256: await sha256Hex(bytes) };
}

/** Takes a file's bytes away; only for files that no session names any more. */
export const deleteFile = ({ blobs }: Pick<BackendDeps, 'blobs'>, id: FileId): Promise<void> =>
  blobs.delete(fileKey(id));
