/**
 * Which steps of a workflow a customer comes through. A pure function of the definition, the answers, and how the tasks among the
 * steps ended: the first true branch wins, else `next`; a changed answer changes the path. The room shows the path, the backend
 * keeps only its answers.
 *
 * A branch sees only answers of steps on the way to it. So what was typed on a way no longer taken decides nothing, and
 * dropping it at submission cannot lead anywhere else.
 */
import type { Answers, SettledSteps, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer, isAnswered, listFields, listStepProblems } from '#domain/workflow-answers.ts';
import { evaluateCondition, listConditionOutcomes } from '#domain/workflow-condition.ts';
import { isTaskStep, type Outcomes } from '#domain/workflow-tasks.ts';

export type StepId = WorkflowStep['id'];

/** The steps reached, in order, the first one always; after the last comes "check your answers". Loops are cut: no step twice. */
export function resolvePath(definition: WorkflowDefinition, answers: Answers, outcomes: Outcomes = {}): WorkflowStep[] {
  return walk(definition, answers, outcomes).path;
}

/** The answers of reached steps, without blanks and without keys nobody asked for. */
export function keepReachedAnswers(definition: WorkflowDefinition, answers: Answers, outcomes: Outcomes = {}): Answers {
  return walk(definition, answers, outcomes).seen;
}

/** `open`: the place of the first step that holds the customer up; -1 = none does. */
type Walk = { path: WorkflowStep[]; seen: Answers; open: number };

function walk(definition: WorkflowDefinition, answers: Answers, outcomes: Outcomes): Walk {
  const path: WorkflowStep[] = [];
  let seen: Answers = {};
  let open = -1;
  let step = definition.steps[0];
  while (step && !path.includes(step)) {
    path.push(step);
    seen = { ...seen, ...pickAnswers(step, answers) };
    if (open === -1 && !isPassed(step, seen, outcomes)) open = path.length - 1;
    const target: StepId | null = findBranch(step, seen, outcomes)?.to ?? step.next;
    step = definition.steps.find(({ id }) => id === target);
  }
  return { path, seen, open };
}

const findBranch = ({ branches }: WorkflowStep, seen: Answers, outcomes: Outcomes) =>
  branches.find(({ when }) => evaluateCondition(when, seen, outcomes));

/**
 * Whether it lets the customer go on. A payment that was declined or cancelled does where the way on was chosen because of it; elsewhere
 * it is tried again. A document that somebody will not sign is done with. What this build does not know nobody gets past.
 */
function isPassed(step: WorkflowStep, seen: Answers, outcomes: Outcomes): boolean {
  if (step.kind === 'unknown') return false;
  if (!isTaskStep(step)) return listStepProblems(step, seen).length === 0;
  const outcome = Object.hasOwn(outcomes, step.id) ? outcomes[step.id] : undefined;
  if (outcome === undefined) return false;
  if (step.kind !== 'payment' || outcome === 'paid') return true;
  const taken = findBranch(step, seen, outcomes);
  return taken !== undefined && listConditionOutcomes(taken.when).some((asked) => asked.step === step.id);
}

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
  /** The steps that may be opened: up to and including the first that still needs an answer, or something done. */
  steps: WorkflowStep[];
  /** Whether "check your answers" may be opened. */
  review: boolean;
};

/** How far the customer may go: nothing behind an answer that is missing or wrong, or a task that is not done. */
export function resolveReach(definition: WorkflowDefinition, answers: Answers, outcomes: Outcomes = {}): Reach {
  const { path, open } = walk(definition, answers, outcomes);
  return open === -1 ? { steps: path, review: true } : { steps: path.slice(0, open + 1), review: false };
}

/**
 * What something final in this step settles: it, the steps on the way to it, and what was answered in them. Null when the answers do not
 * lead there: whoever did it had gone another way meanwhile.
 */
export function resolveSettled(
  definition: WorkflowDefinition,
  answers: Answers,
  outcomes: Outcomes,
  step: StepId,
): SettledSteps | null {
  const { steps } = resolveReach(definition, answers, outcomes);
  const settled = steps.slice(0, steps.findIndex(({ id }) => id === step) + 1);
  if (settled.length === 0) return null;
  return {
    steps: settled.map(({ id }) => id),
    answers: settled.reduce<Answers>((kept, one) => ({ ...kept, ...pickAnswers(one, answers) }), {}),
  };
}

/** Without branches the number of steps is known, and may be said. */
export const hasBranches = ({ steps }: WorkflowDefinition): boolean =>
  steps.some(({ branches }) => branches.length > 0);
