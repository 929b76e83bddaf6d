/**
 * Messages to people outside the room: invitations, new links, reminders, notices, copies. Written in the same commit as what caused
 * them (product.md 13), worded once, delivered by the host (`deliver-due.ts`). What is said never changes; how far it got is beside it.
 */
import type { SessionId } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';
import type { EngagementChannel } from '#contract/session.ts';

export type MessageKind = 'invitation' | 'handed-over' | 'new-link' | 'reminder' | 'news' | 'completion';

/** As it is read: the link comes between `text` and `closing`. A text message has a `text` only. */
export type MessageWords = { subject: string; text: string; action: string; closing: string };

export type OutboxMessage = {
  /** Stable: delivering it twice can be recognised. */
  id: string;
  sessionId: SessionId;
  kind: MessageKind;
  channel: EngagementChannel;
  /** Email address or E.164 phone number. */
  to: string;
  companyName: string | null;
  recipientName: string;
  language: Language;
  words: MessageWords;
  /** The customer's link; the only place where its token is kept in the clear. Null once delivered or not wanted any more. */
  url: string | null;
  createdAt: number;
};

/** A message with how far it got. Times in milliseconds. */
export type StoredMessage = OutboxMessage & { delivery: Delivery };

/**
 * `kept`: nothing here delivers that channel; whoever looks after the host passes it on. `dead`: given up, and shown. `cancelled`: not
 * wanted any more when its time came. `tries` have been begun; `reason` is why the last one failed, or why there was none.
 */
export type Delivery = (
  | {
      state: 'waiting';
      tries: number;
      /** Of one that is leased: when the lease runs out. */
      nextTryAt: number;
      reason: string | null;
      /** A try has begun. */
      isLeased?: boolean;
    }
  | { state: 'sent' | 'kept' | 'dead' | 'cancelled'; tries: number; at: number; reason: string | null }
) & {
  /** Who last took it in hand; absent: nobody. */
  steered?: { what: 'retry' | 'cancel'; by: string; at: number };
};
