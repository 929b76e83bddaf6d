/**
 * The default payment provider: takes no money and does what its page's buttons say. It stands for another company, so it keeps
 * books of its own (blobs under `sandbox/`) and knows nothing of sessions.
 */
import * as z from 'zod/mini';

import { getSandboxCheckout } from '#contract/endpoints/payment.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { paymentOutcomes } from '#contract/payment.ts';
import { moneySchema } from '#contract/scalars.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { PaymentOutcome, PaymentProvider } from '#backend/payments/payment-provider.ts';
import type { Blobs } from '#backend/store/blobs.ts';

const orderSchema = z.object({
  amount: moneySchema,
  purpose: z.string(),
  payee: z.nullable(z.string()),
  returnUrl: z.url(),
});
export type SandboxOrder = z.infer<typeof orderSchema>;

export const outcomeSchema = z.enum(paymentOutcomes);

const orderKey = (id: string) => `sandbox/order/${id}`;
const outcomeKey = (id: string) => `sandbox/outcome/${id}`;

export function createSandboxProvider(deps: Pick<BackendDeps, 'blobs' | 'createId' | 'publicOrigin'>): PaymentProvider {
  const { blobs, createId, publicOrigin } = deps;
  return {
    async createCheckout(order) {
      const id = createId();
      await writeJson(blobs, orderKey(id), order);
      return { id, url: publicOrigin + toPath(getSandboxCheckout.path, { checkoutId: id }) };
    },
    readOutcome: (id) => readSandboxOutcome(blobs, id),
    cancelCheckout: (id) => decideSandboxOrder(blobs, id, 'cancelled'),
  };
}

export const readSandboxOrder = (blobs: Blobs, id: string): Promise<SandboxOrder | undefined> =>
  readJson(blobs, orderKey(id), orderSchema);

export const readSandboxOutcome = async (blobs: Blobs, id: string): Promise<PaymentOutcome | 'pending'> =>
  (await readJson(blobs, outcomeKey(id), outcomeSchema)) ?? 'pending';

/** The first decision stands. */
export async function decideSandboxOrder(blobs: Blobs, id: string, outcome: PaymentOutcome): Promise<void> {
  if ((await readSandboxOutcome(blobs, id)) !== 'pending') return;
  await writeJson(blobs, outcomeKey(id), outcome);
}

const writeJson = (blobs: Blobs, key: string, value: unknown): Promise<void> =>
  blobs.put(key, new TextEncoder().encode(JSON.stringify(value)));

async function readJson<Schema extends z.ZodMiniType>(
  blobs: Blobs,
  key: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const bytes = await blobs.get(key);
  return bytes && schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
