/** Finding and replacing one interaction of a session, with the checks every write to one shares. */
import type { InteractionKind } from '#contract/interaction.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { AppError } from '#backend/app-error.ts';
import type { SessionRecord, StoredInteraction, StoredParticipant } from '#backend/session/session-record.ts';
import { changeAlong } from '#backend/session/workflow-parts.ts';

type OfKind<Kind extends InteractionKind> = Extract<StoredInteraction, { kind: Kind }>;

const isOfKind =
  <Kind extends InteractionKind>(kind: Kind) =>
  (interaction: StoredInteraction): interaction is OfKind<Kind> =>
    interaction.kind === kind;

/** This participant's interaction of this kind. @throws `not-found`, also for other people's. */
export function findInteraction<Kind extends InteractionKind>(
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
  kind: Kind,
  id: string | undefined,
): OfKind<Kind> {
  const found = record.interactions
    .filter(isOfKind(kind))
    .find((interaction) => interaction.id === id && interaction.participant === participant.id);
  if (!found) throw new AppError('not-found');
  return found;
}

/**
 * Refuses what this participant cannot act on now, and writes made against an older state. `revision` null for writes that
 * are not about a certain state (drafts, uploads). @throws `session-ended`, `not-actionable`, `interaction-changed`
 */
export function assertActionable(
  interaction: StoredInteraction,
  access: 'full' | 'limited',
  revision: number | null,
): void {
  if (access === 'limited') throw new AppError('session-ended');
  if (!isActionable(interaction)) throw new AppError('not-actionable');
  if (revision !== null && revision !== interaction.revision) throw new AppError('interaction-changed');
}

export function replaceInteraction(record: SessionRecord, next: StoredInteraction): SessionRecord {
  const interactions = record.interactions.map((interaction) => (interaction.id === next.id ? next : interaction));
  return changeAlong({ ...record, interactions }, next);
}

/** The first save of anything makes it "in progress"; a returned one stays returned until it is submitted again. */
export const markStarted = <Stored extends StoredInteraction>(interaction: Stored): Stored =>
  interaction.status === 'new' ? { ...interaction, status: 'in-progress' } : interaction;
