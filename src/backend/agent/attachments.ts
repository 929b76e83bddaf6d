/** POST /api/agent/sessions/:sessionId/attachments: a file that an agent brings for a message. In one piece, as documents come; it waits to be sent. */
import * as z from 'zod/mini';

import { addAttachment } from '#contract/endpoints/agent.ts';
import { acceptedTypes } from '#contract/document-request.ts';
import { sessionIdSchema, uploadIdSchema } from '#contract/ids.ts';
import type { FileInfo } from '#contract/file.ts';
import { limits } from '#contract/limits.ts';
import { textSchema } from '#contract/scalars.ts';
import { detectFileType } from '#domain/detect-file-type.ts';
import { toSafeName, toTypedName } from '#domain/file-name.ts';
import { AppError } from '#backend/app-error.ts';
import { createSessionGuard, readKey } from '#backend/http/caller.ts';
import { parseInput, readBytes } from '#backend/http/read-json.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { deriveId } from '#backend/session/hash.ts';
import { describeFile } from '#backend/session/files.ts';
import { assertUploadQuota } from '#backend/session/quotas.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { keepFileFor } from '#backend/session/undecided-files.ts';
import { beginAttachment, decideForgotten, dropForgotten, finishAttachment } from '#backend/uploads/attachments.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });
const nameSchema = z.object({ name: textSchema(limits.fileNameLength) });

/** A repeated request finds the file that it brought the first time: its id is made from the key. */
export const addAttachmentRoute = agentRoute(addAttachment, async (call) => {
  const { deps, agent, request } = call;
  const key = readKey(request);
  const { name } = parseInput(nameSchema, Object.fromEntries(new URL(request.url).searchParams));
  const record = await loadAttachable(call);
  const bytes = await readAttachment(request);
  const type = detectFileType(bytes);
  const accepted = acceptedTypes.find((candidate) => candidate === type);
  if (!accepted) throw new AppError('file-type-not-accepted');

  const file = { name: toTypedName(toSafeName(name), accepted), type: accepted, bytes };
  const id = uploadIdSchema.parse(await deriveId(record.id, key));
  const begun = { id, participant: null, name: file.name, length: bytes.byteLength, createdAt: deps.now() };
  // Note: asked before anything is kept.
  take(record, begun, await describeFile(deps, file));
  const changed = await decideForgotten(deps, record, null, () =>
    keepFileFor(deps, record.id, file, (kept) =>
      changeSession(deps, {
        sessionId: record.id,
        actor: { kind: 'agent', name: agent.name },
        key: null,
        intent: 'add-attachment',
        guard: createSessionGuard(agent, 'steer-session'),
        decide: (current) => ({ record: take(current, begun, kept), facts: [] }),
      }),
    ),
  );
  const brought = changed.attachments?.find((attachment) => attachment.id === id)?.file;
  if (!brought) throw new Error(`Failed to attach a file to ${record.id}: it is not there.`);
  return { uploadId: id, file: brought };
});

/** One that was brought with this key stays as it is. @throws `session-ended`, `session-full`, `too-many-files`, `key-reused` */
function take(record: SessionRecord, begun: Parameters<typeof beginAttachment>[1], file: FileInfo): SessionRecord {
  if (record.state === 'ended') throw new AppError('session-ended');
  const next = beginAttachment(dropForgotten(record, null, begun.createdAt), begun);
  const attachment = next.attachments?.find(({ id }) => id === begun.id);
  if (!attachment || (attachment.file && attachment.file.sha256 !== file.sha256)) throw new AppError('key-reused');
  const taken = attachment.file ? next : finishAttachment(next, attachment, file);
  assertUploadQuota(taken);
  return taken;
}

/** The session of the path, which this agent may steer, and where files are attached. @throws `not-found`, `not-allowed` */
export async function loadAttachable({ deps, agent, params }: AgentCall): Promise<SessionRecord> {
  const record = await deps.store.loadSession(parseInput(paramsSchema, params).sessionId);
  if (!record) throw new AppError('not-found');
  createSessionGuard(agent, 'steer-session')(record);
  const { attachments } = await resolveRecordPolicy(deps, record);
  if (!attachments.value) throw new AppError('not-allowed');
  return record;
}

async function readAttachment(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  return readBytes(request, limits.attachmentBytes).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'body-too-large' ? new AppError('file-too-large') : error;
  });
}
