/** Which page of the questions an address means, now that these are the answers. Nothing that cannot be reached is shown. */
import type { WorkflowDraft, WorkflowStep } from '#contract/workflow.ts';
import type { Reach } from '#domain/workflow-branching.ts';
import { reviewSegment } from '#domain/workflow-definition.ts';

export type Place =
  | { kind: 'step'; segment: string; step: WorkflowStep; position: number }
  | { kind: 'review'; segment: typeof reviewSegment };

/** Without a segment, the page the customer was on last; for one that names nothing within reach, the furthest there is. */
export function resolvePlace(segment: string | undefined, reach: Reach, saved: WorkflowDraft['step']): Place {
  const wanted = segment ?? saved;
  const found = reach.steps.findIndex(({ id }) => id === wanted);
  const isReview = wanted === reviewSegment || found === -1;
  const position = isReview ? reach.steps.length - 1 : found;
  const step = reach.steps[position];
  if (!step || (isReview && reach.review)) return { kind: 'review', segment: reviewSegment };
  return { kind: 'step', segment: step.id, step, position };
}

/**
 * The page after this step. Who came to change an answer goes back to "check your answers", unless the change opened or
 * closed steps: then the way leads through what may be new.
 */
export function resolveAfter(
  path: readonly WorkflowStep[],
  step: WorkflowStep['id'],
  changing: readonly string[] | undefined,
): string {
  const ids = path.map(({ id }) => id);
  const isUnchanged = changing?.length === ids.length && ids.every((id, position) => id === changing[position]);
  return isUnchanged ? reviewSegment : (ids[ids.indexOf(step) + 1] ?? reviewSegment);
}
