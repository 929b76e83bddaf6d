/** An interaction as it starts: what an agent sent, checked, with ids and a clean state; a workflow with the tasks that are steps of it. */
import type { AddInteractionInput } from '#contract/agent.ts';
import { type FileId, type InteractionId, interactionIdSchema, type ParticipantId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import type { NewWorkflow, NewWorkflowStep } from '#contract/new-workflow.ts';
import { workflowDefinitionSchema } from '#contract/workflow.ts';
import { listDefinitionProblems } from '#domain/workflow-definition.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { assertDocumentQuota } from '#backend/session/quotas.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';
import { listTasks } from '#backend/session/workflow-parts.ts';

/** `path`: where in what was sent it is, when it is a part. */
type Place = { id: InteractionId; participant: ParticipantId; path?: string };

/** What one thing that is asked for comes to: itself, and after it its parts. @throws as `createInteraction` */
export async function createTask(
  deps: BackendDeps,
  place: Place,
  input: AddInteractionInput,
): Promise<StoredInteraction[]> {
  const task = await createInteraction(deps, place, input);
  if (input.kind !== 'workflow') return [task];
  const parts = await Promise.all(input.definition.steps.map((step, index) => createParts(deps, place, step, index)));
  return [task, ...parts.flat()];
}

/** Note: ids made from the workflow's, so that a request that comes again names the same parts. */
async function createParts(deps: BackendDeps, { id, participant }: Place, step: NewWorkflowStep, index: number) {
  if (step.kind === 'information' || step.kind === 'form') return [];
  const partId = interactionIdSchema.parse((await sha256Hex(`${id} ${step.id}`)).slice(0, 32));
  const part = await createInteraction(deps, { id: partId, participant, path: `definition.steps.${index}.` }, step);
  return [{ ...part, partOf: { workflow: id, step: step.id } }];
}

/** @throws `not-found` for a document nobody sent, `invalid-input` for fields outside it, ids that come twice, and steps that lead nowhere. */
async function createInteraction(
  deps: BackendDeps,
  { id, participant, path = '' }: Place,
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
      assertDistinct(`${path}fields`, fields);
      const document = await loadDocument(deps, input.document, input.title);
      assertFieldsOnPages(`${path}fields`, fields, document.pages);
      return { ...common, kind: 'esign', document, fields, canDecline, draft: null };
    }
    case 'document-request':
      assertDistinct(`${path}items`, input.items);
      return {
        ...common,
        kind: 'document-request',
        items: input.items.map((item) => ({ ...item, returnedReason: null, files: [] })),
        uploads: [],
      };
    case 'workflow':
      assertUsable(input.definition);
      // Note: what is asked in a task is the task's.
      return {
        ...common,
        kind: 'workflow',
        definition: workflowDefinitionSchema.parse(input.definition),
        draft: null,
        answers: null,
      };
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

function assertFieldsOnPages(name: string, fields: readonly { id: string; page: number }[], pages: number): void {
  const outside = fields.findIndex(({ page }) => page >= pages);
  if (outside === -1) return;
  throw new AppError('invalid-input', {
    fields: [{ path: `${name}.${outside}.page`, message: 'outside-document' }],
  });
}

function assertUsable(definition: NewWorkflow): void {
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

export const listAddedFacts = (added: readonly StoredInteraction[]) =>
  listTasks(added).map(({ id, kind, title }) => ({
    kind: 'interaction-added' as const,
    interaction: id,
    interactionKind: kind,
    title,
  }));
