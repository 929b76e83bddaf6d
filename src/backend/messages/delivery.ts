/**
 * How far a message got, step by step. Pure; every adapter of the store goes through here, so that they agree on what a claim is:
 * a try that has begun, and the next one planned for when the lease of this one runs out. Whoever dies in between has lost nothing.
 */
import { longestRetryDelay } from '#domain/delivery-retry.ts';
import { longestSleep } from '#backend/messages/outreach.ts';
import type { Delivery, OutboxMessage, StoredMessage } from '#backend/messages/outbox-message.ts';

/** `now` and the milliseconds for which nobody else takes the same. */
export type Claim = { now: number; lease: number; limit: number };

/** What came of a try. Only `waiting` is tried again. */
export type Outcome =
  | { state: 'waiting'; nextTryAt: number; reason: string }
  | { state: 'sent' | 'kept' | 'dead' | 'cancelled'; at: number; reason: string | null };

export const toStored = (message: OutboxMessage): StoredMessage => ({
  ...message,
  delivery: { state: 'waiting', tries: 0, nextTryAt: message.createdAt, reason: null },
});

/** A message, or an event for one of the business's systems. */
type Delivered = { delivery: Delivery };

/** When a waiting message is due; null = never. Stores index it. */
export const dueTime = ({ delivery }: Delivered): number | null =>
  delivery.state === 'waiting' ? delivery.nextTryAt : null;

/**
 * Due are times up to `now`, and those after `mistaken`: nothing is ever planned that far ahead, so the clock was wrong when
 * it was, and what waits for it would wait for ever.
 */
export const dueMessages = (now: number) => ({ now, mistaken: now + 2 * longestRetryDelay });
export const dueSessions = (now: number) => ({ now, mistaken: now + 2 * longestSleep });

export const beginTry = <Stored extends Delivered>(stored: Stored, { now, lease }: Claim): Stored => ({
  ...stored,
  delivery: {
    state: 'waiting',
    tries: stored.delivery.tries + 1,
    nextTryAt: now + lease,
    reason: stored.delivery.reason,
    isLeased: true,
    ...keepSteered(stored),
  },
});

const keepSteered = ({ delivery: { steered } }: Delivered) => steered && { steered };

/**
 * After try number `tries`. Null when it is not for this try to say any more: its lease ran out and another one began, or it is
 * settled.
 */
export function settleTry<Stored extends Delivered>(stored: Stored, tries: number, outcome: Outcome): Stored | null {
  if (stored.delivery.state !== 'waiting' || stored.delivery.tries !== tries) return null;
  return { ...stored, delivery: { ...outcome, tries, ...keepSteered(stored) } };
}

/** The same, of a message: its link is let go with it. */
export function settleMessageTry(stored: StoredMessage, tries: number, outcome: Outcome): StoredMessage | null {
  const settled = settleTry(stored, tries, outcome);
  return settled && { ...settled, url: isLinkOver[outcome.state] ? null : settled.url };
}

/** Due now: one that waits with the tries it had, one that was settled from the start. */
export const tryAgain = <Stored extends Delivered>(stored: Stored, now: number): Stored => ({
  ...stored,
  delivery: {
    state: 'waiting',
    tries: stored.delivery.state === 'waiting' ? stored.delivery.tries : 0,
    nextTryAt: now,
    reason: stored.delivery.reason,
  },
});

/** Whether nobody needs the link from here any more: what was not delivered is passed on by hand. */
const isLinkOver: Readonly<Record<Delivery['state'], boolean>> = {
  waiting: false,
  sent: true,
  kept: false,
  dead: false,
  cancelled: true,
};
