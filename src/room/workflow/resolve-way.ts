/** The customer's way through the questions as things stand: what they answered, what they did, and what cannot be changed any more. */
import type { Interaction } from '#contract/interaction.ts';
import type { SessionPart } from '#contract/session.ts';
import type { Answers, WorkflowContent, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { type Reach, resolvePath, resolveReach, type StepId } from '#domain/workflow-branching.ts';
import { applySettled, type Outcomes, resolveOutcome } from '#domain/workflow-tasks.ts';

export type Way = {
  definition: WorkflowDefinition;
  /** Those that count: of settled steps as they were then. */
  answers: Answers;
  path: readonly WorkflowStep[];
  reach: Reach;
  outcomes: Outcomes;
  /** Something final came after these. */
  settled: readonly StepId[];
  findTask: (step: StepId) => Interaction | undefined;
};

/** `parts`: of these questions. */
export function resolveWay(
  { definition, settled }: Pick<WorkflowContent, 'definition' | 'settled'>,
  typed: Answers,
  parts: readonly SessionPart[],
): Way {
  const answers = applySettled(definition, settled, typed);
  const outcomes = listOutcomes(parts);
  return {
    definition,
    answers,
    path: resolvePath(definition, answers, outcomes),
    reach: resolveReach(definition, answers, outcomes),
    outcomes,
    settled: settled?.steps ?? [],
    findTask: (step) => parts.find((part) => part.step === step)?.task,
  };
}

const listOutcomes = (parts: readonly SessionPart[]): Outcomes =>
  Object.fromEntries(
    parts.flatMap(({ step, task }) => {
      const outcome = resolveOutcome(task);
      return outcome ? [[step, outcome]] : [];
    }),
  );

/** Whether the customer may go on from this step. */
export function isPassed({ reach: { steps, review } }: Way, { id }: Pick<WorkflowStep, 'id'>): boolean {
  const position = steps.findIndex((step) => step.id === id);
  return position !== -1 && (review || position < steps.length - 1);
}
