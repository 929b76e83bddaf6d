/**
 * Where the customer stands: the one question the room asks, answered from data alone (architecture rule 3). Screens never
 * navigate; they complete, the data changes, and this answers anew. Every row of product.md 5 is a test of it.
 */
import type { Entry } from '#contract/entry.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { Interaction } from '#contract/interaction.ts';
import { isActionable, opensAsScreen, resolveQueue } from '#domain/auto-open-queue.ts';

/** What only this visit knows. */
export type Visit = {
  /**
   * `guided`: interactions open one after another. `room`: the customer is in the room, by finishing, by choice or because the
   * policy says so, and nothing opens by itself again until the next entry.
   */
  mode: 'guided' | 'room';
  /** Failed to load, and the customer went on without them. */
  skipped: readonly InteractionId[];
};

export type Stage =
  | { kind: 'cannot-enter'; code: Extract<Entry, { kind: 'cannot-enter' }>['code'] }
  | { kind: 'consent' }
  | { kind: 'interaction'; interaction: OpenableInteraction }
  | { kind: 'room' };

export type OpenableInteraction = Exclude<Interaction, { kind: 'payment' | 'unknown' }>;

/** The interaction that is open; null when none is. */
export const currentInteractionId = (stage: Stage): InteractionId | null =>
  stage.kind === 'interaction' ? stage.interaction.id : null;

/**
 * @param entry the entry with its session as it is now.
 * @param at the interaction that the address names; null in the room.
 */
export function resolveStage(entry: Entry, visit: Visit, at: InteractionId | null): Stage {
  switch (entry.kind) {
    case 'cannot-enter':
      return { kind: 'cannot-enter', code: entry.code };
    case 'consent':
      return { kind: 'consent' };
    case 'open': {
      const interaction = resolveOpenInteraction(entry, visit, at);
      return interaction ? { kind: 'interaction', interaction } : { kind: 'room' };
    }
  }
}

/** Where the customer is stays open as long as it can be acted on, whatever else is added or returned meanwhile. */
function resolveOpenInteraction(
  { session, policy }: Extract<Entry, { kind: 'open' }>,
  visit: Visit,
  at: InteractionId | null,
): OpenableInteraction | undefined {
  if (session.access === 'limited') return undefined;
  const skipped = new Set(visit.skipped);
  const isOpen = (interaction: Interaction): interaction is OpenableInteraction =>
    opensAsScreen(interaction) && isActionable(interaction) && !skipped.has(interaction.id);

  const current = session.interactions.find(({ id }) => id === at);
  if (current && isOpen(current)) return current;

  const isGuided = policy.autoOpen.value && visit.mode === 'guided';
  return isGuided ? resolveQueue(session.interactions).find(isOpen) : undefined;
}
