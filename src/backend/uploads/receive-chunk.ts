/**
 * Takes the next bytes of an upload. Blobs are written first and named by the commit; whoever loses a race takes their own
 * blob away again, so nothing half-written is ever read. Where a part was lost, the upload has to begin anew.
 */
import type { UploadId } from '#contract/ids.ts';
import { detectFileType } from '#domain/detect-file-type.ts';
import { toTypedName } from '#domain/file-name.ts';
import { AppError, isRefusal } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { Visitor } from '#backend/http/caller.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import type { SessionRecord, StoredTransfer } from '#backend/session/session-record.ts';
import { keepFileFor } from '#backend/session/undecided-files.ts';
import { assembleUpload, deleteChunk, deleteChunks, keepChunk } from '#backend/uploads/upload-chunks.ts';
import { findPlace } from '#backend/uploads/upload-place.ts';
import { assertFits } from '#backend/uploads/upload-state.ts';

type Chunk = { offset: number; bytes: Uint8Array<ArrayBuffer> };
type Place = ReturnType<typeof findPlace>;

/**
 * How many bytes there are now. @throws `not-found`, `not-allowed`, `not-actionable`, `session-ended`, `upload-conflict`, `upload-gone`,
 * `file-type-not-accepted`
 */
export async function receiveChunk(deps: BackendDeps, visitor: Visitor, id: UploadId, chunk: Chunk): Promise<number> {
  const place = findPlace(visitor.record, visitor.participant, id);
  const { upload } = place;
  place.assertTaking(visitor);
  assertFits(upload, chunk.offset, chunk.bytes.byteLength);
  if (chunk.bytes.byteLength === 0) return upload.offset;
  const reached = chunk.offset + chunk.bytes.byteLength;
  if (reached < upload.length) await appendChunk(deps, visitor, upload, chunk);
  else await finish(deps, visitor, place, chunk);
  return reached;
}

async function appendChunk(deps: BackendDeps, visitor: Visitor, upload: StoredTransfer, chunk: Chunk): Promise<void> {
  const { id: session } = visitor.record;
  const kept = await keepChunk(deps, session, upload, chunk.bytes);
  await change(deps, visitor, upload.id, chunk, (place) => place.grow(kept)).catch(async (error: unknown) => {
    // Note: after an outage it may be named.
    if (isRefusal(error)) await deleteChunk(deps, session, upload.id, kept.name);
    throw error;
  });
}

async function finish(deps: BackendDeps, visitor: Visitor, { upload, accept }: Place, chunk: Chunk): Promise<void> {
  const { id: session } = visitor.record;
  const bytes = await assembleUpload(deps, session, upload, chunk.bytes);
  const type = bytes && detectFileType(bytes);
  const accepted = accept.find((candidate) => candidate === type);
  if (bytes && accepted) {
    const file = { name: toTypedName(upload.name, accepted), type: accepted, bytes };
    await keepFileFor(deps, session, file, (kept) =>
      change(deps, visitor, upload.id, chunk, (place) => place.finish(kept)),
    );
  } else {
    // Note: where somebody else finished meanwhile, this is refused, and theirs stands.
    await change(deps, visitor, upload.id, chunk, (place) => place.drop());
  }
  await deleteChunks(deps, session, upload.id);
  if (!bytes) throw new AppError('upload-gone');
  if (!accepted) throw new AppError('file-type-not-accepted');
}

/** Commits one step, decided against the upload as it is then. */
async function change(
  deps: BackendDeps,
  visitor: Visitor,
  id: UploadId,
  { offset, bytes }: Chunk,
  next: (place: Place) => SessionRecord,
): Promise<SessionRecord> {
  const { record, participant } = visitor;
  return changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: null,
    intent: 'append-to-upload',
    decide: (current) => {
      const place = findPlace(current, participant, id);
      place.assertTaking(visitor);
      assertFits(place.upload, offset, bytes.byteLength);
      return { record: next(place), facts: [] };
    },
  });
}
