/**
 * Resumable uploads (tus 1.0: creation, HEAD, PATCH, termination). What was received is stored in the aggregate, so concurrent
 * requests meet its version guard; bytes lie beside it as blobs. The last byte makes the file: recognised by its bytes,
 * checked against the item, and only then part of it. Files for messages come the same way, and wait to be sent.
 */
import { appendToUpload, createUpload, endUpload, getUploadOffset } from '#contract/endpoints/document-request.ts';
import { type UploadId, uploadIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { toSafeName } from '#domain/file-name.ts';
import { AppError } from '#backend/app-error.ts';
import type { UploadMetadata } from '#contract/document-request.ts';
import { assertVisitor, readKey, type Visitor } from '#backend/http/caller.ts';
import { readBytes } from '#backend/http/read-json.ts';
import { assertActionable, replaceInteraction } from '#backend/session/change-interaction.ts';
import type { Change } from '#backend/session/change.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findFileTaker } from '#backend/session/file-taker.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toActor } from '#backend/session/participants.ts';
import { assertUploadQuota } from '#backend/session/quotas.ts';
import { assertNotSettled } from '#backend/session/workflow-parts.ts';
import type { SessionRecord, StoredTransfer } from '#backend/session/session-record.ts';
import { decideFile } from '#backend/session/undecided-files.ts';
import { beginAttachment, decideForgotten, dropForgotten } from '#backend/uploads/attachments.ts';
import { receiveChunk } from '#backend/uploads/receive-chunk.ts';
import { readByteCount, readMetadata, tusRoute } from '#backend/uploads/tus-route.ts';
import { deleteChunks } from '#backend/uploads/upload-chunks.ts';
import { assertAttachmentsTaken, findPlace } from '#backend/uploads/upload-place.ts';
import { beginUpload } from '#backend/uploads/upload-state.ts';

export const createUploadRoute = tusRoute(createUpload, async (call) => {
  const { deps, request } = call;
  const visitor = await assertVisitor(deps, request);
  const { record, participant } = visitor;
  const length = readByteCount(call, 'Upload-Length', 1);
  const metadata = readMetadata(call);
  const id = await toUploadId(participant.id, readKey(request));
  const begun = { id, name: toSafeName(metadata.filename), length, createdAt: deps.now() };
  const begin = () =>
    changeSession(deps, {
      sessionId: record.id,
      actor: toActor(participant),
      key: null,
      intent: 'begin-upload',
      decide: (current) => {
        const change =
          'purpose' in metadata
            ? beginForMessage(current, visitor, begun)
            : beginForItem(current, visitor, metadata, begun);
        assertUploadQuota(change.record);
        return change;
      },
    });
  await ('purpose' in metadata ? decideForgotten(deps, record, participant.id, begin) : begin());
  return { status: 201, headers: { location: `${createUpload.path}/${id}` } };
});

type Begun = Pick<StoredTransfer, 'id' | 'name' | 'length' | 'createdAt'>;

function beginForItem(
  record: SessionRecord,
  { participant, access }: Visitor,
  { interactionId, itemId }: Exclude<UploadMetadata, { purpose: unknown }>,
  begun: Begun,
): Change {
  const stored = findFileTaker(record, participant, interactionId);
  assertActionable(stored, access, null);
  assertNotSettled(stored, itemId);
  return {
    record: replaceInteraction(record, beginUpload(stored, { ...begun, item: itemId })),
    facts: stored.status === 'new' ? [{ kind: 'interaction-started', interaction: stored.id }] : [],
  };
}

function beginForMessage(record: SessionRecord, { participant, policy }: Visitor, begun: Begun): Change {
  assertAttachmentsTaken(record, policy);
  const kept = dropForgotten(record, participant.id, begun.createdAt);
  return { record: beginAttachment(kept, { ...begun, participant: participant.id }), facts: [] };
}

/** The same key gives the same upload: a creation whose answer was lost is found again. */
async function toUploadId(participant: string, key: string): Promise<UploadId> {
  const hash = await sha256Hex(`upload:${participant}:${key}`);
  return uploadIdSchema.parse(hash.slice(0, 32));
}

/** @throws `upload-gone` where it can never be finished: what it is for was handed in or withdrawn, the session ended. */
export const getUploadOffsetRoute = tusRoute(getUploadOffset, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const { upload, isOver } = findPlace(record, participant, params['uploadId']);
  if (isOver) throw new AppError('upload-gone');
  return {
    status: 200,
    headers: { 'upload-offset': String(upload.offset), 'upload-length': String(upload.length) },
  };
});

export const appendToUploadRoute = tusRoute(appendToUpload, async (call) => {
  const { deps, request, params } = call;
  const visitor = await assertVisitor(deps, request);
  const { upload } = findPlace(visitor.record, visitor.participant, params['uploadId']);
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/offset+octet-stream') throw new AppError('unsupported-media-type');
  const offset = readByteCount(call, 'Upload-Offset', 0);
  const bytes = await readBytes(request, limits.uploadChunkBytes);
  const reached = await receiveChunk(deps, visitor, upload.id, { offset, bytes });
  return { status: 204, headers: { 'upload-offset': String(reached) } };
});

/** Ends an upload that is not finished, or not sent; what became a file of an item is removed as such (`removeFile`). */
export const endUploadRoute = tusRoute(endUpload, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const { upload, unsentFile } = findPlace(record, participant, params['uploadId']);
  const end = () =>
    changeSession(deps, {
      sessionId: record.id,
      actor: toActor(participant),
      key: null,
      intent: 'end-upload',
      decide: (current) => {
        const place = findPlace(current, participant, upload.id);
        // Note: one that became a file since would leave its bytes behind.
        if (place.unsentFile !== unsentFile) throw new AppError('not-found');
        return { record: place.drop(), facts: [] };
      },
    });
  await (unsentFile === null ? end() : decideFile(deps, record.id, unsentFile, end));
  await deleteChunks(deps, record.id, upload.id);
  return { status: 204 };
});
