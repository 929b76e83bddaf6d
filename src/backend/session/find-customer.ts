import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

/** The customer that the session was started for; the others in it are invited, each by a link of their own. */
export const findCustomer = ({ participants }: Pick<SessionRecord, 'participants'>): StoredParticipant | undefined =>
  participants.find(({ number }) => number === 1);
