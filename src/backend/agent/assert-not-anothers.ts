/** One contact is one person of a session: asked of whoever is invited, and of a contact that is corrected. */
import { AppError } from '#backend/app-error.ts';
import { findByContact } from '#backend/session/participants.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

/** @throws `invalid-input` for a contact of somebody else who takes part already */
export function assertNotAnothers(
  { participants }: Pick<SessionRecord, 'participants'>,
  { id, email, phone }: Pick<StoredParticipant, 'id' | 'email' | 'phone'>,
): void {
  const others = participants.filter((one) => one.id !== id);
  for (const contact of [
    { email, phone: null },
    { email: null, phone },
  ]) {
    if (!findByContact({ participants: others }, contact)) continue;
    const path = contact.email === null ? 'customer.phone' : 'customer.email';
    throw new AppError('invalid-input', { fields: [{ path, message: 'takes-part-already' }] });
  }
}
