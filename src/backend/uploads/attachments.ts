/**
 * Files for messages, as pure steps of the aggregate: begin, grow, become a file, be sent, go away. What is not sent after a day is taken for
 * forgotten and makes room.
 */
import type { FileInfo } from '#contract/file.ts';
import type { MessageId, ParticipantId, UploadId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { SessionRecord, StoredAttachment } from '#backend/session/session-record.ts';
import { decideFiles } from '#backend/session/undecided-files.ts';

/** Who brought it; null: the business. */
type Owner = ParticipantId | null;

const forgottenAfter = 24 * 60 * 60 * 1_000;

export const listUnsent = ({ attachments = [] }: SessionRecord, owner: Owner): StoredAttachment[] =>
  attachments.filter(({ participant, message }) => participant === owner && message === null);

export const replaceAttachment = (record: SessionRecord, next: StoredAttachment): SessionRecord => ({
  ...record,
  attachments: (record.attachments ?? []).map((known) => (known.id === next.id ? next : known)),
});

export const dropAttachments = (record: SessionRecord, ids: readonly UploadId[]): SessionRecord => ({
  ...record,
  attachments: (record.attachments ?? []).filter(({ id }) => !ids.includes(id)),
});

/** With the same key it stays as it is. @throws `file-too-large`, `too-many-files`, `key-reused` */
export function beginAttachment(
  record: SessionRecord,
  begun: Pick<StoredAttachment, 'id' | 'participant' | 'name' | 'length' | 'createdAt'>,
): SessionRecord {
  const { attachments = [] } = record;
  const known = attachments.find(({ id }) => id === begun.id);
  if (known) {
    if (known.name !== begun.name || known.length !== begun.length) throw new AppError('key-reused');
    return record;
  }
  if (begun.length > limits.attachmentBytes) throw new AppError('file-too-large');
  if (listUnsent(record, begun.participant).length >= limits.unsentAttachments) throw new AppError('too-many-files');
  const attachment: StoredAttachment = { ...begun, offset: 0, chunks: [], file: null, message: null };
  return { ...record, attachments: [...attachments, attachment] };
}

export const finishAttachment = (record: SessionRecord, attachment: StoredAttachment, file: FileInfo): SessionRecord =>
  replaceAttachment(record, { ...attachment, offset: attachment.length, chunks: [], file });

/** They become part of the message, in this order. @throws `not-found` unless each is whole, the sender's own, and in no message yet. */
export function sendAttachments(
  record: SessionRecord,
  owner: Owner,
  ids: readonly UploadId[],
  message: MessageId,
): { record: SessionRecord; files: FileInfo[] } {
  const unsent = listUnsent(record, owner);
  const sent = ids.map((id) => unsent.find((candidate) => candidate.id === id));
  const files = sent.flatMap((attachment) => attachment?.file ?? []);
  if (files.length < ids.length || new Set(ids).size < ids.length) throw new AppError('not-found');
  const attachments = (record.attachments ?? []).map((known) => (sent.includes(known) ? { ...known, message } : known));
  return { record: ids.length === 0 ? record : { ...record, attachments }, files };
}

const listForgotten = (record: SessionRecord, owner: Owner, now: number): StoredAttachment[] =>
  listUnsent(record, owner).filter(({ createdAt }) => now - createdAt > forgottenAfter);

/** Without those that this side forgot. */
export const dropForgotten = (record: SessionRecord, owner: Owner, now: number): SessionRecord =>
  dropAttachments(
    record,
    listForgotten(record, owner, now).map(({ id }) => id),
  );

/** Commits what drops the forgotten ones, and takes their bytes away. */
export const decideForgotten = (
  deps: Pick<BackendDeps, 'store' | 'blobs' | 'now'>,
  record: SessionRecord,
  owner: Owner,
  commit: () => Promise<SessionRecord>,
): Promise<SessionRecord> =>
  decideFiles(
    deps,
    record.id,
    listForgotten(record, owner, deps.now()).flatMap(({ file }) => file?.id ?? []),
    commit,
  );
