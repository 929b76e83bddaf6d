/**
 * How much one session may hold (`contract/limits.ts`), asked of the state it would have. Called inside `decide`, so of two that come at
 * once the second is asked about the first as well.
 */
import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import { listFileTakers, listItems, listUploads } from '#backend/session/file-taker.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

type Held = Pick<SessionRecord, 'interactions' | 'attachments'>;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Counted by what was announced, so that an upload which was begun can be finished. @throws `session-full` */
export function assertUploadQuota({ interactions, attachments = [] }: Held): void {
  const takers = listFileTakers({ interactions });
  const files = [
    ...takers.flatMap(listItems).flatMap((item) => item.files),
    ...attachments.flatMap(({ file }) => file ?? []),
  ].map(({ size }) => size);
  const open = [...takers.flatMap(listUploads), ...attachments]
    .filter(({ file }) => file === null)
    .map(({ length }) => length);
  const isFull =
    open.length > limits.openUploadsPerSession ||
    files.length + open.length > limits.uploadsPerSession ||
    sum(files) + sum(open) > limits.uploadBytesPerSession;
  if (isFull) throw new AppError('session-full');
}

/** @throws `session-full` */
export function assertDocumentQuota({ interactions }: Held): void {
  const sizes = interactions.map((interaction) => (interaction.kind === 'esign' ? interaction.document.size : 0));
  if (sum(sizes) > limits.documentBytesPerSession) throw new AppError('session-full');
}
