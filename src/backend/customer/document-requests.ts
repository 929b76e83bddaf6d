/** What a document request asks for and what was added so far; taking a file off again; the explicit submission. */
import type { DocumentRequestContent } from '#contract/document-request.ts';
import { getDocumentRequest, removeFile, submitDocuments } from '#contract/endpoints/document-request.ts';
import { isSameSelection, listMissingItems } from '#domain/document-request-rules.ts';
import { AppError } from '#backend/app-error.ts';
import { removeFileOf } from '#backend/customer/remove-file.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { inputRoute, route } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import type { StoredDocumentRequest } from '#backend/session/session-record.ts';
import { assertReached } from '#backend/session/workflow-parts.ts';
import { deleteChunks } from '#backend/uploads/upload-chunks.ts';
import { projectUnfinished } from '#backend/uploads/upload-state.ts';

export const getDocumentRequestRoute = route(getDocumentRequest, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  return projectContent(findInteraction(record, participant, 'document-request', params['interactionId']));
});

const projectContent = (request: StoredDocumentRequest): DocumentRequestContent => ({
  kind: 'document-request',
  id: request.id,
  revision: request.revision,
  items: request.items.map((item) => ({ ...item, unfinished: projectUnfinished(request, item.id) })),
});

export const removeFileRoute = route(removeFile, async (call) =>
  projectContent(await removeFileOf(call, 'document-request')),
);

export const submitDocumentsRoute = inputRoute(submitDocuments, async ({ deps, request, params, input }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  const stored = findInteraction(record, participant, 'document-request', params['interactionId']);
  const submitted = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: readKey(request),
    intent: `submit-documents:${stored.id}`,
    decide: (current) => {
      const now = findInteraction(current, participant, 'document-request', stored.id);
      assertActionable(now, access, input.revision);
      assertReached(current, now);
      if (!isSameSelection(now.items, input.items)) throw new AppError('interaction-changed');
      assertComplete(now);
      const next = toSubmitted(now, deps.now());
      const hashes = next.files.map(({ sha256 }) => sha256);
      return {
        record: replaceInteraction(current, next),
        facts: [{ kind: 'interaction-completed', interaction: next.id, hashes }],
      };
    },
  });
  await Promise.all(stored.uploads.map(({ id }) => deleteChunks(deps, record.id, id)));
  return projectSession(submitted, participant, access);
});

/** @throws `invalid-input` naming the required items that are empty. */
function assertComplete({ items }: StoredDocumentRequest): void {
  const missing = listMissingItems(items);
  if (missing.length === 0) return;
  throw new AppError('invalid-input', {
    fields: missing.map(({ id }) => ({ path: `items.${id}`, message: 'required' })),
  });
}

/** Uploads that are not finished are not part of it and go away. */
const toSubmitted = (request: StoredDocumentRequest, at: number): StoredDocumentRequest => ({
  ...request,
  status: 'under-review',
  revision: request.revision + 1,
  closedAt: at,
  reason: null,
  items: request.items.map((item) => ({ ...item, returnedReason: null })),
  files: request.items.flatMap(({ files }) => files),
  uploads: [],
});
