/**
 * Steps of a workflow that are tasks of their own (decision 041). Each is an interaction of the session, so that whatever is done about one is done,
 * logged and repeated as ever; what happens to its workflow happens to it, and what is final in it settles what came before.
 */
import type { PartId } from '#contract/ids.ts';
import type { Answers } from '#contract/workflow.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { resolveReach, resolveSettled } from '#domain/workflow-branching.ts';
import { withFiles } from '#domain/workflow-files.ts';
import { applySettled, isFinal, type Outcomes, resolveOutcome } from '#domain/workflow-tasks.ts';
import { AppError } from '#backend/app-error.ts';
import { type FileTaker, listItems, listUploads } from '#backend/session/file-taker.ts';
import { findParticipant, giveTo } from '#backend/session/participants.ts';
import type { SessionRecord, StoredInteraction, StoredWorkflow } from '#backend/session/session-record.ts';

type Held = Pick<SessionRecord, 'interactions'>;
type Part = StoredInteraction & { partOf: NonNullable<StoredInteraction['partOf']> };

export const isPart = (interaction: StoredInteraction): interaction is Part => interaction.partOf !== undefined;

/** What a session asks for, each thing once: a workflow stands for its parts. */
export const listTasks = (interactions: readonly StoredInteraction[]): StoredInteraction[] =>
  interactions.filter((interaction) => !isPart(interaction));

export const listParts = ({ interactions }: Held, { id }: Pick<StoredWorkflow, 'id'>): Part[] =>
  interactions.filter(isPart).filter(({ partOf }) => partOf.workflow === id);

/** Whether it is this one, or a part of it. */
export const belongsTo = (one: StoredInteraction, { id }: Pick<StoredInteraction, 'id'>): boolean =>
  one.id === id || one.partOf?.workflow === id;

export const listOutcomes = (record: Held, workflow: Pick<StoredWorkflow, 'id'>): Outcomes =>
  Object.fromEntries(
    listParts(record, workflow).flatMap((part) => {
      const outcome = resolveOutcome(part);
      return outcome ? [[part.partOf.step, outcome]] : [];
    }),
  );

/** What was typed and added so far. */
function readAnswers(workflow: StoredWorkflow): Answers {
  const { definition, draft, settled } = workflow;
  const added = listItems(workflow).map(({ id, files }) => ({ field: id, files, unfinished: [] }));
  return applySettled(definition, settled, withFiles(definition, draft?.content.answers ?? {}, added));
}

/** Files that something final was done upon stay as they were. @throws `not-actionable` */
export function assertNotSettled(taker: FileTaker, field: PartId): void {
  if (taker.kind === 'workflow' && listSettledFields(taker).has(field)) throw new AppError('not-actionable');
}

const listSettledFields = ({ definition, settled }: StoredWorkflow): ReadonlySet<PartId> =>
  new Set(
    definition.steps
      .filter(({ id }) => settled?.steps.includes(id))
      .flatMap(listFields)
      .map(({ id }) => id),
  );

const findWorkflow = ({ interactions }: Held, { partOf }: Part): StoredWorkflow | undefined =>
  interactions.filter((one) => one.kind === 'workflow').find(({ id }) => id === partOf.workflow);

/**
 * A part is done when it is its turn, by the answers that were saved; a payment that was gone past is over once something final came
 * after it. @throws `not-actionable`
 */
export function assertReached(record: Held, interaction: StoredInteraction): void {
  if (!isPart(interaction)) return;
  const workflow = findWorkflow(record, interaction);
  if (!workflow || !isActionable(workflow)) throw new AppError('not-actionable');
  const { step } = interaction.partOf;
  const { steps } = resolveReach(workflow.definition, readAnswers(workflow), listOutcomes(record, workflow));
  const isOver = interaction.kind === 'payment' && workflow.settled?.steps.includes(step);
  if (isOver || !steps.some(({ id }) => id === step)) throw new AppError('not-actionable');
}

/** The session after this interaction changed: its parts go with a workflow, a workflow with its parts. */
export function changeAlong(record: SessionRecord, changed: StoredInteraction): SessionRecord {
  if (changed.kind === 'workflow') return changeParts(record, changed);
  const workflow = isPart(changed) && findWorkflow(record, changed);
  if (!workflow) return record;
  if (changed.status === 'returned' && workflow.status === 'completed') return reopen(record, workflow, changed.reason);
  return put(record, settle(record, workflow, changed.partOf.step));
}

/** What came back with a part of it is to be done again. */
function reopen(record: SessionRecord, stored: StoredWorkflow, reason: string | null): SessionRecord {
  const workflow: StoredWorkflow = {
    ...stored,
    status: 'returned',
    reason,
    closedAt: null,
    revision: stored.revision + 1,
  };
  return changeParts(put(record, workflow), workflow);
}

const put = (record: SessionRecord, workflow: StoredWorkflow): SessionRecord => ({
  ...record,
  interactions: record.interactions.map((one) => (one.id === workflow.id ? workflow : one)),
});

/** Whoever does something about a part has begun with its workflow. */
function settle(record: SessionRecord, stored: StoredWorkflow, step: Part['partOf']['step']): StoredWorkflow {
  const workflow: StoredWorkflow = stored.status === 'new' ? { ...stored, status: 'in-progress' } : stored;
  const outcomes = listOutcomes(record, workflow);
  if (!isFinal(outcomes[step] ?? null) || workflow.settled?.steps.includes(step)) return workflow;
  const settled = resolveSettled(workflow.definition, readAnswers(workflow), outcomes, step);
  if (!settled) return workflow;
  const next = { ...workflow, settled, revision: workflow.revision + 1 };
  const fixed = listSettledFields(next);
  // Note: what is still on its way to a settled question never arrives.
  return { ...next, uploads: listUploads(next).filter(({ item }) => !fixed.has(item)) };
}

const changeParts = (record: SessionRecord, workflow: StoredWorkflow): SessionRecord => ({
  ...record,
  interactions: record.interactions.map((one) =>
    isPart(one) && one.partOf.workflow === workflow.id ? changeWith(record, workflow, one) : one,
  ),
});

/** Whose it is; over, as far as it was not done, when its workflow is; and open again with it. */
function changeWith(record: SessionRecord, workflow: StoredWorkflow, part: Part): StoredInteraction {
  const owner = findParticipant(record, workflow.participant);
  const given =
    owner && owner.id !== part.participant ? giveTo(part, findParticipant(record, part.participant), owner) : part;
  const revision = given.revision + 1;
  if (!isActionable(workflow) && isActionable(given)) {
    return { ...given, status: 'cancelled', reason: workflow.reason, closedAt: workflow.closedAt, revision };
  }
  if (isActionable(workflow) && given.status === 'cancelled') {
    return { ...given, status: 'new', reason: null, closedAt: null, revision };
  }
  return given;
}
