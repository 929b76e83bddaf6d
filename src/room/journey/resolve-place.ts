/**
 * What the page says of a stage before its screen is there: the place in the header, and the heading where it is known. Pure; the
 * room asks here, and so does what `index.html` draws from the entry alone.
 */
import type { Policy } from '#contract/policy.ts';
import type { Interaction } from '#contract/interaction.ts';
import { type Progress, resolveProgress } from '#domain/auto-open-queue.ts';
import type { OpenableInteraction, Stage, Visit } from '#room/journey/resolve-stage.ts';

/** `room`; the title of what is open; or "2 of 4 · title" while one leads to the next. */
export type Place = { kind: 'room' } | { kind: 'task'; title: string; progress: Progress | null };

type Surroundings = {
  policy: Pick<Policy, 'autoOpen'>;
  interactions: readonly Interaction[];
  mode: Visit['mode'];
};

export function resolvePlace(stage: Stage, { policy, interactions, mode }: Surroundings): Place {
  if (stage.kind !== 'interaction') return { kind: 'room' };
  const progress = resolveProgress(interactions, stage.interaction);
  const isSequence = policy.autoOpen.value && mode === 'guided' && progress.total > 1;
  return { kind: 'task', title: stage.interaction.title, progress: isSequence ? progress : null };
}

const headedByTitle: Readonly<Record<OpenableInteraction['kind'], boolean>> = {
  esign: true,
  'document-request': true,
  workflow: false,
};

/** Whether its screen's first heading is its title. Questions are headed by the page that is open. */
export const isHeadedByTitle = ({ kind }: Pick<OpenableInteraction, 'kind'>): boolean => headedByTitle[kind];
