/**
 * Asks the provider how a checkout ended and writes it down, once. Money that was taken is always recorded, also when the payment
 * was withdrawn or the session ended meanwhile.
 */
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { PaymentOutcome } from '#backend/payments/payment-provider.ts';
import { findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import type { SessionRecord, StoredParticipant, StoredPayment } from '#backend/session/session-record.ts';

type Settled = { record: SessionRecord; outcome: PaymentOutcome | 'pending' };

/** Nothing changes for a checkout that is pending or was settled before. @throws `payment-unavailable` */
export async function settleCheckout(
  deps: BackendDeps,
  { record, participant, payment }: { record: SessionRecord; participant: StoredParticipant; payment: StoredPayment },
): Promise<Settled> {
  const { checkout } = payment;
  if (!checkout || checkout.settled) return { record, outcome: readSettledOutcome(payment) };
  const outcome = await askProvider(() => deps.payments.readOutcome(checkout.id));
  if (outcome === 'pending') return { record, outcome };

  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: null,
    intent: `settle:${checkout.id}`,
    decide: (current) => {
      const found = findInteraction(current, participant, 'payment', payment.id);
      if (found.checkout?.id !== checkout.id || found.checkout.settled) return { record: current, facts: [] };
      return {
        record: replaceInteraction(current, applyOutcome(found, outcome, deps.now())),
        facts: [{ kind: 'payment-attempted', interaction: found.id, outcome }],
      };
    },
  });
  return { record: changed, outcome };
}

function applyOutcome(payment: StoredPayment, outcome: PaymentOutcome, now: number): StoredPayment {
  const checkout = payment.checkout && { ...payment.checkout, settled: true };
  if (outcome !== 'paid') return { ...payment, checkout, lastAttempt: outcome };
  const revision = payment.revision + 1;
  return { ...payment, checkout, status: 'completed', closedAt: now, lastAttempt: null, reason: null, revision };
}

/** Without a checkout nothing was ever paid, which for the customer is the same as having cancelled. */
const readSettledOutcome = ({ status, lastAttempt }: StoredPayment): PaymentOutcome =>
  status === 'completed' ? 'paid' : (lastAttempt ?? 'cancelled');

/** @throws `payment-unavailable` for whatever the provider throws. */
export async function askProvider<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError('payment-unavailable', {}, { cause });
  }
}
