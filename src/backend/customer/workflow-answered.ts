/** Whether answers may be handed in as they are: each right, each task on the way done, and their files all that was added. */
import type { FileId, PartId } from '#contract/ids.ts';
import type { Answers } from '#contract/workflow.ts';
import { findAnswer, listFields, listStepProblems } from '#domain/workflow-answers.ts';
import { resolvePath, resolveReach } from '#domain/workflow-branching.ts';
import type { Outcomes } from '#domain/workflow-tasks.ts';
import { AppError } from '#backend/app-error.ts';
import { listItems } from '#backend/session/file-taker.ts';
import { listFiles } from '#backend/session/files.ts';
import type { StoredWorkflow } from '#backend/session/session-record.ts';

/**
 * @throws `invalid-input` naming every reached field that is not right (`answers.<fieldId>`), or the first task that is not done
 * (`steps.<stepId>`); `interaction-changed` where there are files that the customer has not seen.
 */
export function assertAnswered(interaction: StoredWorkflow, answers: Answers, outcomes: Outcomes): void {
  const path = resolvePath(interaction.definition, answers, outcomes);
  const problems = [
    ...path.flatMap((step) => listStepProblems(step, answers)),
    ...listItems(interaction)
      .filter(({ id, files }) => listGiven(answers, id).some((given) => !files.some((file) => file.id === given)))
      .map((field) => ({ field, problem: 'not-files' })),
  ];
  if (problems.length > 0) {
    throw new AppError('invalid-input', {
      fields: problems.map(({ field, problem }) => ({ path: `answers.${field.id}`, message: problem })),
    });
  }
  const { steps, review } = resolveReach(interaction.definition, answers, outcomes);
  if (!review)
    throw new AppError('invalid-input', { fields: [{ path: `steps.${steps.at(-1)?.id}`, message: 'not-done' }] });
  const reached = new Set(path.flatMap(listFields).map(({ id }) => id));
  const isSeen = listItems(interaction)
    .filter(({ id }) => reached.has(id))
    .every(({ id, files }) => files.map((file) => file.id).join() === listGiven(answers, id).join());
  if (!isSeen) throw new AppError('interaction-changed');
}

/** The files that answer a question. */
export function listGiven(answers: Answers, field: PartId): readonly string[] {
  const answer = findAnswer(answers, field);
  return Array.isArray(answer) ? answer : [];
}

/** What the session names no more once these are handed in: added where the way no longer leads, or handed in before and replaced. */
export const listDropped = (interaction: StoredWorkflow, answers: Answers): FileId[] => {
  const given = new Set(listItems(interaction).flatMap(({ id }) => listGiven(answers, id)));
  return listFiles(interaction).flatMap(({ id }) => (given.has(id) ? [] : [id]));
};
