/**
 * What uploads do to what takes files, as pure steps of the aggregate: begin, grow, become a file, go away. The
 * endpoints (`customer/uploads.ts`) call them inside `decide`, so every rule is checked against what is stored now.
 */
import type { FileInfo } from '#contract/file.ts';
import type { PartId, UploadId } from '#contract/ids.ts';
import { countFreePlaces } from '#domain/document-request-rules.ts';
import { AppError } from '#backend/app-error.ts';
import { markStarted } from '#backend/session/change-interaction.ts';
import {
  type FileTaker,
  listFileTakers,
  listItems,
  listUploads,
  mapFiles,
  type TakingItem,
} from '#backend/session/file-taker.ts';
import type {
  SessionRecord,
  StoredParticipant,
  StoredTransfer,
  StoredUpload,
} from '#backend/session/session-record.ts';

/** A hostile client could send a byte a chunk; an honest one needs a chunk a MiB. */
const maxChunks = 1_024;

export type ReceivedChunk = { name: string; size: number };

/** @throws `not-found` */
export function findItem(taker: FileTaker, id: string): TakingItem {
  const item = listItems(taker).find((candidate) => candidate.id === id);
  if (!item) throw new AppError('not-found');
  return item;
}

export const listUnfinished = (taker: FileTaker, item: PartId): StoredUpload[] =>
  listUploads(taker).filter((upload) => upload.item === item && upload.file === null);

/** As the customer may see them. */
export const projectUnfinished = (taker: FileTaker, item: PartId) =>
  listUnfinished(taker, item).map(({ id, name, length, offset }) => ({ id, name, size: length, offset }));

/** This participant's upload and where it belongs. @throws `not-found`, also for other people's. */
export function findUpload(
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
  id: string | undefined,
): { taker: FileTaker; upload: StoredUpload } {
  for (const taker of listFileTakers(record)) {
    const upload = taker.participant === participant.id && listUploads(taker).find((candidate) => candidate.id === id);
    if (upload) return { taker, upload };
  }
  throw new AppError('not-found');
}

/** Begun again with the same key it stays as it is. @throws `not-found`, `file-too-large`, `too-many-files`, `key-reused` */
export function beginUpload(
  taker: FileTaker,
  begun: Pick<StoredUpload, 'id' | 'item' | 'name' | 'length' | 'createdAt'>,
): FileTaker {
  const known = listUploads(taker).find(({ id }) => id === begun.id);
  if (known) {
    const isSame = known.item === begun.item && known.name === begun.name && known.length === begun.length;
    if (!isSame) throw new AppError('key-reused');
    return taker;
  }
  const item = findItem(taker, begun.item);
  if (begun.length > item.maxBytes) throw new AppError('file-too-large');
  const places = countFreePlaces(item, listUnfinished(taker, item.id).length);
  if (places === 0) throw new AppError('too-many-files');
  const upload: StoredUpload = { ...begun, offset: 0, chunks: [], file: null };
  return { ...markStarted(taker), uploads: [...listUploads(taker), upload] };
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

export const growUpload = (taker: FileTaker, upload: StoredUpload, chunk: ReceivedChunk): FileTaker =>
  replaceUpload(taker, grow(upload, chunk));

/** The upload becomes a file of its item, placed where it was begun: several sent at once keep the customer's order. */
export function finishUpload(taker: FileTaker, upload: StoredUpload, file: FileInfo): FileTaker {
  const finished = replaceUpload(taker, { ...upload, offset: upload.length, chunks: [], file: file.id });
  const rank = ({ id }: FileInfo) => listUploads(finished).findIndex((candidate) => candidate.file === id);
  return mapFiles(finished, (files, item) =>
    item === upload.item ? [...files, file].toSorted((a, b) => rank(a) - rank(b)) : files,
  );
}

export const dropUpload = (taker: FileTaker, id: UploadId): FileTaker => ({
  ...taker,
  uploads: listUploads(taker).filter((upload) => upload.id !== id),
});

/** @throws `not-found` */
export function dropFile(taker: FileTaker, fileId: string | undefined): FileTaker {
  const isThere = listItems(taker).some(({ files }) => files.some(({ id }) => id === fileId));
  if (!isThere) throw new AppError('not-found');
  return {
    ...mapFiles(taker, (files) => files.filter(({ id }) => id !== fileId)),
    uploads: listUploads(taker).filter(({ file }) => file !== fileId),
  };
}

const replaceUpload = (taker: FileTaker, next: StoredUpload): FileTaker => ({
  ...taker,
  uploads: listUploads(taker).map((upload) => (upload.id === next.id ? next : upload)),
});
