/** Where a file's bytes live, how a new one is kept, and which ones a session names. */
import type { FileInfo } from '#contract/file.ts';
import { type FileId, fileIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { listItems } from '#backend/session/file-taker.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

export type NewFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> };

export const fileKey = (id: FileId) => `file/${id}`;

/** What a file will be called and known by. Nothing is stored yet. */
export const describeFile = async (
  { createId }: Pick<BackendDeps, 'createId'>,
  { name, type, bytes }: NewFile,
): Promise<FileInfo> => ({
  id: fileIdSchema.parse(createId()),
  name,
  type,
  size: bytes.byteLength,
  sha256: await sha256Hex(bytes),
});

/** Stores bytes under a new generated id. Until a session names the file nobody can read it. */
export async function keepFile(deps: Pick<BackendDeps, 'blobs' | 'createId'>, file: NewFile): Promise<FileInfo> {
  const info = await describeFile(deps, file);
  await deps.blobs.put(fileKey(info.id), file.bytes);
  return info;
}

/** Bytes of a file that a session names. @throws `file-lost` where they are gone: the storage lost them, or somebody took them away. */
export async function readFile({ blobs }: Pick<BackendDeps, 'blobs'>, id: FileId): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await blobs.get(fileKey(id));
  if (!bytes) throw new AppError('file-lost');
  return bytes;
}

export function listFiles(interaction: StoredInteraction): FileInfo[] {
  switch (interaction.kind) {
    case 'esign':
      return [interaction.document, ...interaction.files];
    case 'document-request':
    case 'workflow':
      return [...listItems(interaction).flatMap(({ files }) => files), ...interaction.files];
    case 'payment':
      return interaction.files;
  }
}

/** What was sent with messages, for whoever reads them. */
export const listSentFiles = ({ attachments = [] }: Pick<SessionRecord, 'attachments'>): FileInfo[] =>
  attachments.flatMap(({ file, message }) => (file && message !== null ? [file] : []));

export const namesFile = ({ interactions, attachments = [] }: SessionRecord, id: FileId): boolean =>
  interactions.some((interaction) => listFiles(interaction).some((file) => file.id === id)) ||
  attachments.some(({ file }) => file?.id === id);
