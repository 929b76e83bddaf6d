/**
 * Delivers what is due, at least once: a message is claimed, looked at again, handed to its channel's transport, and what came of it is
 * recorded. Whoever dies between the two last steps sends it again, under the same id, which transports pass on.
 */
import { resolveRetryDelay } from '#domain/delivery-retry.ts';
import type { EngagementChannel } from '#contract/session.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { Outcome } from '#backend/messages/delivery.ts';
import { findObjection } from '#backend/messages/find-objection.ts';
import type { OutboxMessage, StoredMessage } from '#backend/messages/outbox-message.ts';

/** What a transport says of a try: `failed` may go better later, `refused` never will. Reasons are for whoever operates the host. */
export type SendResult = { kind: 'sent' } | { kind: 'failed' | 'refused'; reason: string };
export type Deliverable = OutboxMessage & { url: string };
/** Comes to an end when the signal says so: by then the lease is nearly over, or the host is. */
export type Transport = (message: Deliverable, signal: AbortSignal) => Promise<SendResult>;

/** Null: that channel's messages are kept and shown. */
export type Transports = Readonly<Record<EngagementChannel, Transport | null>>;

export type DeliveryDeps = Pick<BackendDeps, 'store' | 'now'> & {
  transports: Transports;
  /** Between 0 and 1. */
  random: () => number;
  /** Gives up what is being sent. */
  signal: AbortSignal;
  onSettled: (message: StoredMessage, outcome: Outcome) => void;
};

const deliveryLease = 5 * 60 * 1_000;
const patience = 60 * 1_000;
const atOnce = 8;

/** Gives how many messages were dealt with. */
export async function deliverDue(deps: DeliveryDeps): Promise<number> {
  const claimed = await deps.store.claimMessages({ now: deps.now(), lease: deliveryLease, limit: atOnce });
  await Promise.all(
    claimed.map(async (message) => {
      const outcome = await resolveOutcome(deps, message);
      await deps.store.settleMessage(message.id, message.delivery.tries, outcome);
      deps.onSettled(message, outcome);
    }),
  );
  return claimed.length;
}

async function resolveOutcome(deps: DeliveryDeps, message: StoredMessage): Promise<Outcome> {
  const { url } = message;
  const objection = url === null ? 'no-link' : await findObjection(deps, message);
  if (url === null || objection !== null) return { state: 'cancelled', at: deps.now(), reason: objection };
  const send = deps.transports[message.channel];
  if (!send) return { state: 'kept', at: deps.now(), reason: null };
  const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(patience)]);
  const result = await send({ ...message, url }, signal).catch(toFailure);
  // Note: after the try, because a try takes its time.
  const at = deps.now();
  if (result.kind === 'sent') return { state: 'sent', at, reason: null };
  const delay = result.kind === 'refused' ? null : resolveRetryDelay(message.delivery.tries, deps.random());
  const { reason } = result;
  return delay === null ? { state: 'dead', at, reason } : { state: 'waiting', nextTryAt: at + delay, reason };
}

const toFailure = (error: unknown): SendResult => ({
  kind: 'failed',
  reason: error instanceof Error ? error.message : 'unknown',
});
