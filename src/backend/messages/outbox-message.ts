/**
 * Messages to people outside the room: invitations, new links, reminders, notices. Written in the same commit as what caused
 * them (product.md 13), delivered by the host.
 */
import type { EngagementChannel } from '#contract/session.ts';
import type { SessionId } from '#contract/ids.ts';

export type OutboxMessage = {
  /** Stable: delivering it twice can be recognised. */
  id: string;
  sessionId: SessionId;
  kind: 'invitation' | 'new-link';
  channel: EngagementChannel;
  /** Email address or E.164 phone number. */
  to: string;
  companyName: string | null;
  recipientName: string;
  /** The customer's link; the only place where its token is kept in the clear, until delivered. */
  url: string;
  createdAt: number;
};
