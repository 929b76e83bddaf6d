/**
 * Steps of a workflow that are tasks of their own: how one ended, whether that lets the customer go on, and what it settles for good. The
 * room shows by this what can be changed, the backend takes by it what is handed in.
 */
import type { Interaction } from '#contract/interaction.ts';
import {
  type Answers,
  type SettledSteps,
  type TaskOutcome,
  taskStepKinds,
  type WorkflowDefinition,
  type WorkflowStep,
} from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';

/** By step; what is still to be done has none. */
export type Outcomes = Readonly<Record<string, TaskOutcome>>;

export type TaskStep = Extract<WorkflowStep, { kind: (typeof taskStepKinds)[number] }>;

export const isTaskStep = (step: WorkflowStep): step is TaskStep => taskStepKinds.some((kind) => kind === step.kind);

/** What a branch may ask of each kind. */
export const possibleOutcomes: Readonly<Record<TaskStep['kind'], readonly TaskOutcome[]>> = {
  payment: ['paid', 'declined', 'cancelled'],
  esign: ['signed', 'declined'],
  'document-request': ['sent'],
};

type Task = Pick<Interaction, 'kind' | 'status'> & { lastAttempt?: 'declined' | 'cancelled' | 'failed' | null };

/** Null while it is to be done. Note: a payment that was declined or cancelled has ended so, and can be tried again all the same. */
export function resolveOutcome({ kind, status, lastAttempt = null }: Task): TaskOutcome | null {
  switch (kind) {
    case 'payment':
      if (status === 'completed') return 'paid';
      return lastAttempt === 'failed' ? null : lastAttempt;
    case 'esign':
      if (status === 'completed') return 'signed';
      return status === 'declined' ? 'declined' : null;
    case 'document-request':
      return status === 'completed' || status === 'under-review' ? 'sent' : null;
    case 'workflow':
    case 'unknown':
      return null;
  }
}

/** What nobody can take back: answers before it are what it was done upon. */
export const isFinal = (outcome: TaskOutcome | null): boolean => outcome === 'paid' || outcome === 'signed';

/** The answers that count: those of settled steps are as they were then, whatever was typed since. */
export function applySettled(
  { steps }: WorkflowDefinition,
  settled: SettledSteps | undefined,
  answers: Answers,
): Answers {
  if (!settled) return answers;
  const fields = steps.filter(({ id }) => settled.steps.includes(id)).flatMap(listFields);
  const fixed = new Set<string>(fields.map(({ id }) => id));
  return { ...Object.fromEntries(Object.entries(answers).filter(([id]) => !fixed.has(id))), ...settled.answers };
}
