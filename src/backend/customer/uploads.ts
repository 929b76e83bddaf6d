/**
 * Resumable uploads (tus 1.0: creation, HEAD, PATCH, termination). What was received is stored in the aggregate, so concurrent
 * requests meet its version guard; bytes lie beside it as blobs. The last byte makes the file: recognised by its bytes,
 * checked against the item, and only then part of it.
 */
import { appendToUpload, createUpload, endUpload, getUploadOffset } from '#contract/endpoints/document-request.ts';
import { type UploadId, uploadIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { toSafeName } from '#domain/file-name.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { readBytes } from '#backend/http/read-json.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { LogFact } from '#backend/session/session-log.ts';
import { assertUploadQuota } from '#backend/session/quotas.ts';
import { receiveChunk } from '#backend/uploads/receive-chunk.ts';
import { readByteCount, readMetadata, tusRoute } from '#backend/uploads/tus-route.ts';
import { deleteChunks } from '#backend/uploads/upload-chunks.ts';
import { beginUpload, dropUpload, findUpload } from '#backend/uploads/upload-state.ts';

export const createUploadRoute = tusRoute(createUpload, async (call) => {
  const { deps, request } = call;
  const { record, participant, access } = await assertVisitor(deps, request);
  const length = readByteCount(call, 'Upload-Length', 1);
  const metadata = readMetadata(call);
  const id = await toUploadId(participant.id, readKey(request));
  const begun = { id, item: metadata.itemId, name: toSafeName(metadata.filename), length, createdAt: deps.now() };
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'customer', name: participant.name },
    key: null,
    intent: 'begin-upload',
    decide: (current) => {
      const stored = findInteraction(current, participant, 'document-request', metadata.interactionId);
      assertActionable(stored, access, null);
      const next = replaceInteraction(current, beginUpload(stored, begun));
      assertUploadQuota(next);
      const started: LogFact[] =
        stored.status === 'new' ? [{ kind: 'interaction-started', interaction: stored.id }] : [];
      return { record: next, facts: started };
    },
  });
  return { status: 201, headers: { location: `${createUpload.path}/${id}` } };
});

/** The same key gives the same upload: a creation whose answer was lost is found again. */
async function toUploadId(participant: string, key: string): Promise<UploadId> {
  const hash = await sha256Hex(`upload:${participant}:${key}`);
  return uploadIdSchema.parse(hash.slice(0, 32));
}

/** @throws `upload-gone` where it can never be finished: the request was handed in or withdrawn. */
export const getUploadOffsetRoute = tusRoute(getUploadOffset, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const { request: stored, upload } = findUpload(record, participant, params['uploadId']);
  if (!isActionable(stored)) throw new AppError('upload-gone');
  return {
    status: 200,
    headers: { 'upload-offset': String(upload.offset), 'upload-length': String(upload.length) },
  };
});

export const appendToUploadRoute = tusRoute(appendToUpload, async (call) => {
  const { deps, request, params } = call;
  const visitor = await assertVisitor(deps, request);
  const { upload } = findUpload(visitor.record, visitor.participant, params['uploadId']);
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/offset+octet-stream') throw new AppError('unsupported-media-type');
  const offset = readByteCount(call, 'Upload-Offset', 0);
  const bytes = await readBytes(request, limits.uploadChunkBytes);
  const reached = await receiveChunk(deps, visitor, upload.id, { offset, bytes });
  return { status: 204, headers: { 'upload-offset': String(reached) } };
});

/** Ends an upload that is not finished; a finished one is a file and is removed as such (`removeFile`). */
export const endUploadRoute = tusRoute(endUpload, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const { upload } = findUpload(record, participant, params['uploadId']);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'customer', name: participant.name },
    key: null,
    intent: 'end-upload',
    decide: (current) => {
      const found = findUpload(current, participant, upload.id);
      if (found.upload.file !== null) throw new AppError('not-found');
      return { record: replaceInteraction(current, dropUpload(found.request, upload.id)), facts: [] };
    },
  });
  await deleteChunks(deps, record.id, upload.id);
  return { status: 204 };
});
