/**
 * Everybody in a session besides its customer (decision 038), and what is kept for each of how they are reached. Of the customer the
 * session itself keeps it, as it did before anybody else could be in one.
 */
import type { ParticipantId } from '#contract/ids.ts';
import { findHandOver } from '#backend/session/hand-overs.ts';
import type { Actor } from '#backend/session/session-log.ts';
import { type Contact, toContact } from '#backend/session/session-query.ts';
import type {
  SessionRecord,
  StoredInteraction,
  StoredParticipant,
  StoredReach,
} from '#backend/session/session-record.ts';

export const findParticipant = (
  { participants }: Pick<SessionRecord, 'participants'>,
  id: string | undefined,
): StoredParticipant | undefined => participants.find((one) => one.id === id);

/** Who did it, as the log says it. */
export const toActor = ({ id, name, invited }: StoredParticipant): Actor => ({
  kind: 'customer',
  name,
  ...(invited && { participant: id }),
});

/** What the log calls them where it says whom something was for. */
export const toAddressee = ({ name, invited }: StoredParticipant): { to?: string } => (invited ? { to: name } : {});

type Known = Pick<StoredParticipant, 'id'>;

/** As it is in this state of the session. */
export const readReach = (record: SessionRecord, { id }: Known): StoredReach =>
  findParticipant(record, id)?.invited ?? record;

export function changeReach(record: SessionRecord, { id }: Known, changes: Partial<StoredReach>): SessionRecord {
  const invited = findParticipant(record, id)?.invited;
  if (!invited) return { ...record, ...changes };
  return replaceParticipant(record, id, (one) => ({ ...one, invited: { ...invited, ...changes } }));
}

export const replaceParticipant = (
  record: SessionRecord,
  id: ParticipantId,
  change: (participant: StoredParticipant) => StoredParticipant,
): SessionRecord => ({
  ...record,
  participants: record.participants.map((one) => (one.id === id ? change(one) : one)),
});

/** Whoever is reached by one of these. */
export function findByContact(
  { participants }: Pick<SessionRecord, 'participants'>,
  { email, phone }: Pick<StoredParticipant, 'email' | 'phone'>,
): StoredParticipant | undefined {
  const isSame = (kind: Contact['kind'], one: string | null, other: string | null) =>
    one !== null && other !== null && toContact(kind, one).value === toContact(kind, other).value;
  return participants.find((one) => isSame('email', one.email, email) || isSame('phone', one.phone, phone));
}

/** The task as another's: what was to be filled in by the first is to be filled in by them, and what the first sends is refused. */
export function giveTo<Given extends StoredInteraction>(
  interaction: Given,
  from: Pick<StoredParticipant, 'number'> | undefined,
  to: StoredParticipant,
): Given {
  const given = { ...interaction, participant: to.id, revision: interaction.revision + 1 };
  if (given.kind !== 'esign') return given;
  const fields = given.fields.map((field) =>
    field.participant === from?.number ? { ...field, participant: to.number } : field,
  );
  return { ...given, fields };
}

/** Whether this participant is told of it: of their own, of what they handed over, and the customer of everything. A workflow stands for its parts. */
export const isSeenBy = (interaction: StoredInteraction, { id, number }: StoredParticipant): boolean =>
  interaction.partOf === undefined &&
  (number === 1 || interaction.participant === id || findHandOver(interaction, { id }) !== undefined);

/** This participant reads what was written after this number of the log. */
export const readsAfter = ({ invited }: StoredParticipant): number => invited?.since ?? 0;

/** What is asked of this participant, each thing once: a workflow stands for its parts. */
export const listOwn = ({ interactions }: Pick<SessionRecord, 'interactions'>, { id }: StoredParticipant) =>
  interactions.filter(({ participant, partOf }) => participant === id && partOf === undefined);
