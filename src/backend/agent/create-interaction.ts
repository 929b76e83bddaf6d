/** An interaction as it starts: what an agent sent, checked, with ids and a clean state. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { FileId, ParticipantId } from '#contract/ids.ts';
import { interactionIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

/** @throws `not-found` for a document nobody sent, `invalid-input` for fields outside it. */
export async function createInteraction(
  deps: BackendDeps,
  participant: ParticipantId,
  input: AddInteractionInput,
): Promise<StoredInteraction> {
  const common = {
    id: interactionIdSchema.parse(deps.createId()),
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
      const document = await loadDocument(deps, input.document, input.title);
      assertFieldsOnPages(fields, document.pages);
      return { ...common, kind: 'esign', document, fields, canDecline, draft: null };
    }
    case 'document-request':
      return {
        ...common,
        kind: 'document-request',
        items: input.items.map((item) => ({ ...item, returnedReason: null, files: [] })),
        uploads: [],
      };
    case 'workflow':
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

function assertFieldsOnPages(fields: readonly { id: string; page: number }[], pages: number): void {
  const outside = fields.findIndex(({ page }) => page >= pages);
  if (outside === -1) return;
  throw new AppError('invalid-input', {
    fields: [{ path: `fields.${outside}.page`, message: 'outside-document' }],
  });
}

/** @throws `invalid-input` when the session would have more interactions than the contract allows. */
export function addToSession(
  record: SessionRecord,
  added: readonly StoredInteraction[],
): SessionRecord {
  const interactions = [...record.interactions, ...added];
  if (interactions.length > limits.interactionsPerSession) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'interactions', message: 'too_big' }],
    });
  }
  return { ...record, interactions };
}

export const toAddedFact = ({ id, kind, title }: StoredInteraction) => ({
  kind: 'interaction-added' as const,
  interaction: id,
  interactionKind: kind,
  title,
});
