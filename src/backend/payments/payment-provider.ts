/**
 * The port to whoever takes the money on a page of their own. The core trusts what the provider answers when asked, never what
 * a browser brings back. A provider that does not answer throws whatever it likes; the caller says `payment-unavailable`.
 */
import type { paymentOutcomes } from '#contract/payment.ts';
import type { Money } from '#contract/scalars.ts';

export type PaymentOutcome = (typeof paymentOutcomes)[number];

export type CheckoutOrder = {
  amount: Money;
  purpose: string;
  /** Who is paid, as the customer knows them. */
  payee: string | null;
  /** Where the provider's page sends the customer afterwards. */
  returnUrl: string;
};

export type PaymentProvider = {
  /** `url`: the hosted page where the customer pays. */
  createCheckout: (order: CheckoutOrder) => Promise<{ id: string; url: string }>;
  /** `pending` until the customer decided; from then on always the same. */
  readOutcome: (checkoutId: string) => Promise<PaymentOutcome | 'pending'>;
  /** From here on nobody can pay it any more. Does nothing when it was decided already. */
  cancelCheckout: (checkoutId: string) => Promise<void>;
};
