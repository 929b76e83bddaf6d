/** A stand-alone payment: the customer leaves for the provider's hosted page and comes back with a result. */
import * as z from 'zod/mini';

import { sessionSchema } from '#contract/session.ts';

export const startCheckoutInputSchema = z.object({
  revision: z.int(),
  /** Where the provider sends the customer back to; must be a page of this session. */
  returnUrl: z.url(),
});

/** Asking twice gives the same open checkout, so a double tap cannot pay twice. */
export const checkoutSchema = z.object({ url: z.url() });

export const paymentOutcomes = ['paid', 'declined', 'cancelled', 'failed'] as const;
export const paymentResultSchema = z.object({
  /** `pending` while the provider has not said anything yet. */
  outcome: z.enum([...paymentOutcomes, 'pending']),
  session: sessionSchema,
});
