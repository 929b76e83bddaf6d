/** POST /api/payments/:interactionId/settle: the customer is back from the provider; asks it how it went and records that. */
import { settlePayment } from '#contract/endpoints/payment.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { settleCheckout } from '#backend/payments/settle-checkout.ts';
import { findInteraction } from '#backend/session/change-interaction.ts';
import { projectSession } from '#backend/session/project-session.ts';

/** Note: asks no `assertActionable`: whatever was paid is recorded, even when the session has ended meanwhile. */
export const settlePaymentRoute = route(settlePayment, async ({ deps, request, params }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  const payment = findInteraction(record, participant, 'payment', params['interactionId']);
  const settled = await settleCheckout(deps, { record, participant, payment });
  return { outcome: settled.outcome, session: projectSession(settled.record, participant, access) };
});
