/**
 * What happened to the customer's tasks between two states of the session, as far as it deserves a word. Pure: two lists in, news
 * out. `currentId` is where the customer was: finishing or losing that one is told differently from the others.
 */
import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import { isActionable } from '#domain/auto-open-queue.ts';

export type News = { kind: 'done' | 'withdrawn' | 'added' | 'returned'; interaction: Interaction };

export function resolveNews(
  before: readonly Interaction[],
  after: readonly Interaction[],
  currentId: InteractionId | null,
): News[] {
  const known = new Map(before.map((interaction) => [interaction.id, interaction]));
  return after.flatMap((interaction): News[] => {
    const previous = known.get(interaction.id);
    const kind = resolveKind(previous, interaction, interaction.id === currentId);
    return kind ? [{ kind, interaction }] : [];
  });
}

function resolveKind(before: Interaction | undefined, after: Interaction, isCurrent: boolean): News['kind'] | null {
  if (!before) return isActionable(after) ? 'added' : null;
  if (after.status === 'returned' && before.status !== 'returned') return 'returned';
  if (!isActionable(before) || isActionable(after) || !isCurrent) return null;
  return after.status === 'cancelled' || after.status === 'expired' ? 'withdrawn' : 'done';
}
