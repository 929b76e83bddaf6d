/** An interaction as it starts: what an agent sent, checked, with ids and a clean state. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { FileId, InteractionId, ParticipantId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import type { WorkflowDefinition } from '#contract/workflow.ts';
import { listDefinitionProblems } from '#domain/workflow-definition.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { assertDocumentQuota } from '#backend/session/quotas.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

/** @throws `not-found` for a document nobody sent, `invalid-input` for fields outside it, ids that come twice, and steps that lead nowhere. */
export async function createInteraction(
  deps: BackendDeps,
  { id, participant }: { id: InteractionId; participant: ParticipantId },
  input: AddInteractionInput,
): Promise<StoredInteraction> {
  const common = {
    id,
    participant,
    title: input.title,
    status: 'new' as const,
    revision: 1,
    addedAt: deps.now(),
    closedAt: null,
    reason: null,
    files: [],
  };
  switch (input.kind) {
    case 'esign': {
      const { fields, canDecline } = input;
      assertDistinct('fields', fields);
      const document = await loadDocument(deps, input.document, input.title);
      assertFieldsOnPages(fields, document.pages);
      return { ...common, kind: 'esign', document, fields, canDecline, draft: null };
    }
    case 'document-request':
      assertDistinct('items', input.items);
      return {
        ...common,
        kind: 'document-request',
        items: input.items.map((item) => ({ ...item, returnedReason: null, files: [] })),
        uploads: [],
      };
    case 'workflow':
      assertUsable(input.definition);
      return { ...common, kind: 'workflow', definition: input.definition, draft: null, answers: null };
    case 'payment':
      return {
        ...common,
        kind: 'payment',
        amount: input.amount,
        purpose: input.purpose,
        lastAttempt: null,
        checkout: null,
      };
  }
}

async function loadDocument(deps: BackendDeps, id: FileId, title: string) {
  const document = await readDocument(deps, id);
  if (!document) throw new AppError('not-found');
  return { ...document, name: `${title}.pdf` };
}

function assertDistinct(name: string, parts: readonly { id: string }[]): void {
  const twice = parts.findIndex(({ id }, at) => parts.findIndex((other) => other.id === id) !== at);
  if (twice === -1) return;
  throw new AppError('invalid-input', { fields: [{ path: `${name}.${twice}.id`, message: 'not-distinct' }] });
}

function assertFieldsOnPages(fields: readonly { id: string; page: number }[], pages: number): void {
  const outside = fields.findIndex(({ page }) => page >= pages);
  if (outside === -1) return;
  throw new AppError('invalid-input', {
    fields: [{ path: `fields.${outside}.page`, message: 'outside-document' }],
  });
}

function assertUsable(definition: WorkflowDefinition): void {
  const problems = listDefinitionProblems(definition);
  if (problems.length === 0) return;
  throw new AppError('invalid-input', {
    fields: problems.map(({ path, problem }) => ({ path: `definition.${path}`, message: problem })),
  });
}

/** @throws `invalid-input` when the session would have more interactions than the contract allows, `session-full` for documents. */
export function addToSession(record: SessionRecord, added: readonly StoredInteraction[]): SessionRecord {
  const interactions = [...record.interactions, ...added];
  if (interactions.length > limits.interactionsPerSession) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'interactions', message: 'too_big' }],
    });
  }
  const next = { ...record, interactions };
  assertDocumentQuota(next);
  return next;
}

export const toAddedFact = ({ id, kind, title }: StoredInteraction) => ({
  kind: 'interaction-added' as const,
  interaction: id,
  interactionKind: kind,
  title,
});
