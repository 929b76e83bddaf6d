/**
 * What uploads do to a document request, as pure steps of the aggregate: begin, grow, become a file, go away. The
 * endpoints (`customer/uploads.ts`) call them inside `decide`, so every rule is checked against what is stored now.
 */
import type { FileInfo } from '#contract/file.ts';
import type { PartId, UploadId } from '#contract/ids.ts';
import { countFreePlaces } from '#domain/document-request-rules.ts';
import { AppError } from '#backend/app-error.ts';
import { markStarted } from '#backend/session/change-interaction.ts';
import type {
  SessionRecord,
  StoredDocumentRequest,
  StoredItem,
  StoredParticipant,
  StoredTransfer,
  StoredUpload,
} from '#backend/session/session-record.ts';

/** A hostile client could send a byte a chunk; an honest one needs a chunk a MiB. */
const maxChunks = 1_024;

export type ReceivedChunk = { name: string; size: number };

/** @throws `not-found` */
export function findItem(request: StoredDocumentRequest, id: string): StoredItem {
  const item = request.items.find((candidate) => candidate.id === id);
  if (!item) throw new AppError('not-found');
  return item;
}

export const listUnfinished = (request: StoredDocumentRequest, item: PartId): StoredUpload[] =>
  request.uploads.filter((upload) => upload.item === item && upload.file === null);

/** This participant's upload and where it belongs. @throws `not-found`, also for other people's. */
export function findUpload(
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
  id: string | undefined,
): { request: StoredDocumentRequest; upload: StoredUpload } {
  for (const interaction of record.interactions) {
    if (interaction.kind !== 'document-request' || interaction.participant !== participant.id) continue;
    const upload = interaction.uploads.find((candidate) => candidate.id === id);
    if (upload) return { request: interaction, upload };
  }
  throw new AppError('not-found');
}

/** Begun again with the same key it stays as it is. @throws `file-too-large`, `too-many-files`, `key-reused` */
export function beginUpload(
  request: StoredDocumentRequest,
  begun: Pick<StoredUpload, 'id' | 'item' | 'name' | 'length' | 'createdAt'>,
): StoredDocumentRequest {
  const known = request.uploads.find(({ id }) => id === begun.id);
  if (known) {
    const isSame = known.item === begun.item && known.name === begun.name && known.length === begun.length;
    if (!isSame) throw new AppError('key-reused');
    return request;
  }
  const item = findItem(request, begun.item);
  if (begun.length > item.maxBytes) throw new AppError('file-too-large');
  const places = countFreePlaces(item, listUnfinished(request, item.id).length);
  if (places === 0) throw new AppError('too-many-files');
  const upload: StoredUpload = { ...begun, offset: 0, chunks: [], file: null };
  return { ...markStarted(request), uploads: [...request.uploads, upload] };
}

/** @throws `upload-conflict` when the bytes do not follow what was received, or go beyond what was announced. */
export function assertFits(upload: StoredTransfer & { file: unknown }, offset: number, size: number): void {
  const fits = upload.file === null && offset === upload.offset && offset + size <= upload.length;
  if (!fits || upload.chunks.length >= maxChunks) throw new AppError('upload-conflict');
}

export const grow = <Transfer extends StoredTransfer>(transfer: Transfer, chunk: ReceivedChunk): Transfer => ({
  ...transfer,
  offset: transfer.offset + chunk.size,
  chunks: [...transfer.chunks, chunk.name],
});

export const growUpload = (
  request: StoredDocumentRequest,
  upload: StoredUpload,
  chunk: ReceivedChunk,
): StoredDocumentRequest => replaceUpload(request, grow(upload, chunk));

/** The upload becomes a file of its item, placed where it was begun: several sent at once keep the customer's order. */
export function finishUpload(
  request: StoredDocumentRequest,
  upload: StoredUpload,
  file: FileInfo,
): StoredDocumentRequest {
  const finished = replaceUpload(request, { ...upload, offset: upload.length, chunks: [], file: file.id });
  const rank = ({ id }: FileInfo) => finished.uploads.findIndex((candidate) => candidate.file === id);
  return {
    ...finished,
    items: finished.items.map((item) =>
      item.id === upload.item ? { ...item, files: [...item.files, file].toSorted((a, b) => rank(a) - rank(b)) } : item,
    ),
  };
}

export const dropUpload = (request: StoredDocumentRequest, id: UploadId): StoredDocumentRequest => ({
  ...request,
  uploads: request.uploads.filter((upload) => upload.id !== id),
});

/** @throws `not-found` */
export function dropFile(request: StoredDocumentRequest, fileId: string | undefined): StoredDocumentRequest {
  const holder = request.items.find(({ files }) => files.some(({ id }) => id === fileId));
  if (!holder) throw new AppError('not-found');
  return {
    ...request,
    items: request.items.map((item) => ({ ...item, files: item.files.filter(({ id }) => id !== fileId) })),
    uploads: request.uploads.filter(({ file }) => file !== fileId),
  };
}

const replaceUpload = (request: StoredDocumentRequest, next: StoredUpload): StoredDocumentRequest => ({
  ...request,
  uploads: request.uploads.map((upload) => (upload.id === next.id ? next : upload)),
});
