/**
 * A document that went from hand to hand: whoever had it sees it, and may take it back from whoever has it now, until that person has
 * begun. Each is in it once, by when they last handed it on.
 */
import type {
  StoredEsign,
  StoredHandOver,
  StoredInteraction,
  StoredParticipant,
} from '#backend/session/session-record.ts';

type Known = Pick<StoredParticipant, 'id'>;

/** How this participant handed it on; undefined: they never did, or took it back since. */
export function findHandOver(interaction: StoredInteraction, { id }: Known): StoredHandOver | undefined {
  if (interaction.kind !== 'esign') return undefined;
  let found = interaction.handedOver;
  while (found && found.by !== id) found = found.before;
  return found;
}

/** Handed on once more. */
export function pushHandOver({ status, draft, handedOver }: StoredEsign, { id }: Known, note: string): StoredHandOver {
  const before = without(handedOver, id);
  return { by: id, note, status, draft, ...(before && { before }) };
}

function without(last: StoredHandOver | undefined, id: StoredParticipant['id']): StoredHandOver | undefined {
  if (!last || last.by === id) return last?.before;
  const { before, ...own } = last;
  const rest = without(before, id);
  return { ...own, ...(rest && { before: rest }) };
}
