/**
 * Where an upload of a customer belongs, in one state of its session: to an item of a document request, to a question of a workflow, or to a
 * message that is not sent yet.
 * The core of uploads (`receive-chunk.ts`, `customer/uploads.ts`) asks and changes both alike.
 */
import { type AcceptedType, acceptedTypes } from '#contract/document-request.ts';
import type { FileInfo } from '#contract/file.ts';
import type { FileId } from '#contract/ids.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { AppError } from '#backend/app-error.ts';
import type { Visitor } from '#backend/http/caller.ts';
import { assertActionable, replaceInteraction } from '#backend/session/change-interaction.ts';
import type { FileTaker } from '#backend/session/file-taker.ts';
import type {
  SessionRecord,
  StoredAttachment,
  StoredParticipant,
  StoredTransfer,
  StoredUpload,
} from '#backend/session/session-record.ts';
import { dropAttachments, finishAttachment, listUnsent, replaceAttachment } from '#backend/uploads/attachments.ts';
import {
  dropUpload,
  findItem,
  findUpload,
  finishUpload,
  grow,
  growUpload,
  type ReceivedChunk,
} from '#backend/uploads/upload-state.ts';

type UploadPlace = {
  upload: StoredTransfer & { file: unknown };
  /** What it became, and may still be given up. */
  unsentFile: FileId | null;
  accept: readonly AcceptedType[];
  /** Whether it can never be finished any more. */
  isOver: boolean;
  /** @throws `session-ended`, `not-actionable`, `not-allowed` where nothing more is taken from this visitor. */
  assertTaking: (visitor: Pick<Visitor, 'access' | 'policy'>) => void;
  grow: (chunk: ReceivedChunk) => SessionRecord;
  finish: (file: FileInfo) => SessionRecord;
  /** @throws `not-found` for a file of an item: it is removed as such (`removeFile`). */
  drop: () => SessionRecord;
};

/** @throws `not-found`, also for other people's, and for what was sent. */
export function findPlace(
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
  id: string | undefined,
): UploadPlace {
  const attachment = listUnsent(record, participant.id).find((candidate) => candidate.id === id);
  if (attachment) return toMessagePlace(record, attachment);
  const { taker, upload } = findUpload(record, participant, id);
  return toItemPlace(record, taker, upload);
}

const toItemPlace = (record: SessionRecord, taker: FileTaker, upload: StoredUpload): UploadPlace => {
  const become = (next: FileTaker) => replaceInteraction(record, next);
  return {
    upload,
    unsentFile: null,
    accept: findItem(taker, upload.item).accept,
    isOver: !isActionable(taker),
    assertTaking: ({ access }) => assertActionable(taker, access, null),
    grow: (chunk) => become(growUpload(taker, upload, chunk)),
    finish: (file) => become(finishUpload(taker, upload, file)),
    drop: () => {
      if (upload.file !== null) throw new AppError('not-found');
      return become(dropUpload(taker, upload.id));
    },
  };
};

const toMessagePlace = (record: SessionRecord, attachment: StoredAttachment): UploadPlace => ({
  upload: attachment,
  unsentFile: attachment.file?.id ?? null,
  accept: acceptedTypes,
  isOver: record.state === 'ended',
  assertTaking: ({ policy }) => assertAttachmentsTaken(record, policy),
  grow: (chunk) => replaceAttachment(record, grow(attachment, chunk)),
  finish: (file) => finishAttachment(record, attachment, file),
  drop: () => dropAttachments(record, [attachment.id]),
});

/** @throws `session-ended`, `not-allowed` */
export function assertAttachmentsTaken({ state }: SessionRecord, { chat, attachments }: Visitor['policy']): void {
  if (state === 'ended') throw new AppError('session-ended');
  if (!chat.value || !attachments.value) throw new AppError('not-allowed');
}
