/** Stand-alone payments through a provider's hosted page. Card data never comes here. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { checkoutSchema, paymentResultSchema, startCheckoutInputSchema } from '#contract/payment.ts';

export const startCheckout = defineEndpoint({
  method: 'POST',
  path: '/api/payments/:interactionId/checkout',
  caller: 'customer',
  input: startCheckoutInputSchema,
  output: checkoutSchema,
  errors: ['not-found', 'not-actionable', 'interaction-changed', 'payment-unavailable'],
});

/** Asks the provider how the latest checkout ended and records it; asking again changes nothing. */
export const settlePayment = defineEndpoint({
  method: 'POST',
  path: '/api/payments/:interactionId/settle',
  caller: 'customer',
  input: null,
  output: paymentResultSchema,
  errors: ['not-found', 'payment-unavailable'],
});

/** The sandbox provider's hosted page: stands for another company's site, so it knows a checkout and no session. */
export const getSandboxCheckout = defineEndpoint({
  method: 'GET',
  path: '/sandbox-provider/:checkoutId',
  caller: 'anyone',
  input: null,
  output: 'page',
  errors: ['not-found'],
});

/** The page's form (`outcome=paid|declined|cancelled|failed`); answers 303 back to the return URL. */
export const decideSandboxCheckout = defineEndpoint({
  method: 'POST',
  path: '/sandbox-provider/:checkoutId',
  caller: 'anyone',
  input: 'bytes',
  output: null,
  errors: ['not-found'],
});
