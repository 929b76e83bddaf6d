/**
 * POST /api/payments/:interactionId/checkout: where to pay. One open checkout an interaction: asking again gives the same one, and
 * one that was paid unseen is recorded before anything new is made, so nobody can pay twice.
 */
import { startCheckout } from '#contract/endpoints/payment.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, type Visitor } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { askProvider, settleCheckout } from '#backend/payments/settle-checkout.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toActor } from '#backend/session/participants.ts';
import type { SessionRecord, StoredPayment } from '#backend/session/session-record.ts';
import { assertReached } from '#backend/session/workflow-parts.ts';

export const startCheckoutRoute = inputRoute(startCheckout, async ({ deps, request, params, input }) => {
  const visitor = await assertVisitor(deps, request);
  const { participant, access } = visitor;
  assertReturnUrl(deps, input.returnUrl, request);
  const found = findInteraction(visitor.record, participant, 'payment', params['interactionId']);
  assertActionable(found, access, input.revision);
  assertReached(visitor.record, found);

  const returnHash = await sha256Hex(input.returnUrl);
  const record = await closeUnusable(deps, visitor, found, returnHash);
  const payment = findInteraction(record, participant, 'payment', found.id);
  assertActionable(payment, access, null);
  if (isOpen(payment)) return { url: payment.checkout.url };

  const { amount, purpose } = payment;
  const payee = visitor.policy.branding.companyName.value;
  const { returnUrl } = input;
  const made = await askProvider(() => deps.payments.createCheckout({ amount, purpose, payee, returnUrl }));
  const changed = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    // Note: no key; an open checkout is what makes repeating harmless, also from another tab with another key.
    key: null,
    intent: `checkout:${found.id}`,
    decide: (current) => {
      const payable = findInteraction(current, participant, 'payment', found.id);
      assertActionable(payable, access, input.revision);
      assertReached(current, payable);
      if (isOpen(payable)) return { record: current, facts: [] };
      const checkout = { ...made, returnHash, settled: false };
      return { record: replaceInteraction(current, { ...payable, checkout }), facts: [] };
    },
  });
  const { checkout } = findInteraction(changed, participant, 'payment', found.id);
  return { url: checkout?.url ?? made.url };
});

type OpenPayment = StoredPayment & { checkout: NonNullable<StoredPayment['checkout']> };

const isOpen = (payment: StoredPayment): payment is OpenPayment =>
  payment.checkout !== null && !payment.checkout.settled;

/**
 * An open checkout is used again unless it leads back to a link that was replaced meanwhile: that one is cancelled first. However
 * the earlier one ended is recorded here.
 */
async function closeUnusable(
  deps: BackendDeps,
  { record, participant }: Visitor,
  payment: StoredPayment,
  returnHash: string,
): Promise<SessionRecord> {
  if (!isOpen(payment)) return record;
  const { id } = payment.checkout;
  if (payment.checkout.returnHash !== returnHash) await askProvider(() => deps.payments.cancelCheckout(id));
  return (await settleCheckout(deps, { record, participant, payment })).record;
}

/** Only the session's own return page: the provider must not become a way to send people elsewhere. @throws `invalid-input` */
function assertReturnUrl({ publicOrigin }: BackendDeps, returnUrl: string, request: Request): void {
  const url = new URL(returnUrl);
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
  const isOurs = url.origin === new URL(publicOrigin).origin && url.pathname.startsWith(`/s/${token}/`);
  if (isOurs) return;
  throw new AppError('invalid-input', { fields: [{ path: 'returnUrl', message: 'not-this-session' }] });
}
