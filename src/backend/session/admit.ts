import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import type { SessionRecord, StoredParticipant, StoredReach } from '#backend/session/session-record.ts';

export type Invitee = Pick<StoredParticipant, 'id' | 'name' | 'email' | 'phone' | 'language'> &
  Pick<StoredReach, 'channel'>;

/** One more in the session, from now on. @throws `session-full` */
export function admit(record: SessionRecord, { channel, ...person }: Invitee, now: number) {
  if (record.participants.length >= limits.participantsPerSession) throw new AppError('session-full');
  const participant: StoredParticipant = {
    ...person,
    number: Math.max(...record.participants.map(({ number }) => number)) + 1,
    role: 'invited',
    invited: { channel, newLinkSentAt: null, outreach: startOutreach(now), since: record.head.seq },
  };
  return { record: { ...record, participants: [...record.participants, participant] }, participant };
}
