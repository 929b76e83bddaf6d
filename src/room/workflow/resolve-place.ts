/** Which page of the questions an address means, now that these are the answers. Nothing that cannot be reached is shown. */
import type { WorkflowDraft, WorkflowStep } from '#contract/workflow.ts';
import type { Reach } from '#domain/workflow-branching.ts';
import { reviewSegment } from '#domain/workflow-definition.ts';

export type Place =
  | { kind: 'step'; step: WorkflowStep; position: number }
  | { kind: 'review' }
  /** The address names no page, or one that is not reached: put this one in its place. */
  | { kind: 'elsewhere'; segment: string };

/** Without a segment, the page the customer was on last. */
export function resolvePlace(segment: string | undefined, reach: Reach, saved: WorkflowDraft['step']): Place {
  if (segment === undefined) return { kind: 'elsewhere', segment: resolveResumed(reach, saved) };
  if (segment === reviewSegment && reach.review) return { kind: 'review' };
  const position = reach.steps.findIndex(({ id }) => id === segment);
  const step = reach.steps[position];
  return step ? { kind: 'step', step, position } : { kind: 'elsewhere', segment: resolveFurthest(reach) };
}

const resolveResumed = (reach: Reach, saved: WorkflowDraft['step']): string =>
  reach.steps.some(({ id }) => id === saved) && saved !== null ? saved : resolveFurthest(reach);

const resolveFurthest = ({ steps, review }: Reach): string =>
  review ? reviewSegment : (steps.at(-1)?.id ?? reviewSegment);

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
