/**
 * Which steps of a workflow a customer comes through. A pure function of the definition and the answers: the first true
 * branch wins, else `next`; a changed answer changes the path. The room shows the path, the backend keeps only its answers.
 *
 * A branch sees only answers of steps on the way to it. So what was typed on a way no longer taken decides nothing, and
 * dropping it at submission cannot lead anywhere else.
 */
import type { Answers, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer, isAnswered, listFields, listStepProblems } from '#domain/workflow-answers.ts';
import { evaluateCondition } from '#domain/workflow-condition.ts';

export type StepId = WorkflowStep['id'];

/** The steps reached, in order, the first one always; after the last comes "check your answers". Loops are cut: no step twice. */
export function resolvePath(definition: WorkflowDefinition, answers: Answers): WorkflowStep[] {
  return walk(definition, answers).path;
}

/** The answers of reached steps, without blanks and without keys nobody asked for. */
export function keepReachedAnswers(definition: WorkflowDefinition, answers: Answers): Answers {
  return walk(definition, answers).seen;
}

function walk(definition: WorkflowDefinition, answers: Answers): { path: WorkflowStep[]; seen: Answers } {
  const path: WorkflowStep[] = [];
  let seen: Answers = {};
  let step = definition.steps[0];
  while (step && !path.includes(step)) {
    path.push(step);
    seen = { ...seen, ...pickAnswers(step, answers) };
    const target: StepId | null = resolveTarget(step, seen);
    step = definition.steps.find(({ id }) => id === target);
  }
  return { path, seen };
}

const resolveTarget = ({ branches, next }: WorkflowStep, seen: Answers): StepId | null =>
  branches.find(({ when }) => evaluateCondition(when, seen))?.to ?? next;

/** Note: built from entries, so that a field called `__proto__` is a key like any other. */
const pickAnswers = (step: WorkflowStep, answers: Answers): Answers =>
  Object.fromEntries(
    listFields(step).flatMap(({ id }) => {
      const answer = findAnswer(answers, id);
      return isAnswered(answer) ? [[id, answer]] : [];
    }),
  );

/** The step after this one; null = check your answers. For a step that is not reached, as if it were the last. */
export function resolveNext(definition: WorkflowDefinition, answers: Answers, step: StepId): StepId | null {
  const path = resolvePath(definition, answers);
  const position = path.findIndex(({ id }) => id === step);
  return position === -1 ? null : (path[position + 1]?.id ?? null);
}

export type Reach = {
  /** The steps that may be opened: up to and including the first that still needs an answer. */
  steps: WorkflowStep[];
  /** Whether "check your answers" may be opened. */
  review: boolean;
};

/** How far the customer may go: nothing behind an answer that is missing or wrong. */
export function resolveReach(definition: WorkflowDefinition, answers: Answers): Reach {
  const path = resolvePath(definition, answers);
  const unfinished = path.findIndex((step) => listStepProblems(step, answers).length > 0);
  return unfinished === -1 ? { steps: path, review: true } : { steps: path.slice(0, unfinished + 1), review: false };
}

/** Without branches the number of steps is known, and may be said. */
export const hasBranches = ({ steps }: WorkflowDefinition): boolean =>
  steps.some(({ branches }) => branches.length > 0);
