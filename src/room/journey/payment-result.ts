/** What the page that the payment provider sends back to tells the room, in the history entry: kept over a reload, gone with the visit. */
import * as z from 'zod/mini';

import { paymentOutcomes } from '#contract/payment.ts';

const stateSchema = z.object({ paymentResult: z.enum(paymentOutcomes) });
export type PaymentResultState = z.infer<typeof stateSchema>;

export function parsePaymentResult(state: unknown): PaymentResultState['paymentResult'] | null {
  const result = stateSchema.safeParse(state);
  return result.success ? result.data.paymentResult : null;
}
