/**
 * Interactions as the room lists them: enough for a card, the queue and the progress, nothing of their content.
 * Content is fetched per interaction (`esign.ts`, `document-request.ts`, `workflow.ts`).
 */
import * as z from 'zod/mini';

import { fileSchema } from '#contract/file.ts';
import { interactionIdSchema } from '#contract/ids.ts';
import { instantSchema, moneySchema } from '#contract/scalars.ts';

export const interactionKinds = ['esign', 'document-request', 'workflow', 'payment'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

export const interactionStatuses = [
  'new',
  'in-progress',
  /** Sent back by the agent for correction, with a reason. */
  'returned',
  'under-review',
  'waiting-for-others',
  'completed',
  'declined',
  /** Withdrawn by the agent. */
  'cancelled',
  'expired',
] as const;
export type InteractionStatus = (typeof interactionStatuses)[number];

/** Note: a newer backend may send a status this build does not know; it reads as `unknown`, which nobody can act on. */
const statusSchema = z.union([
  z.enum(interactionStatuses),
  z.pipe(
    z.string(),
    z.transform(() => 'unknown' as const),
  ),
]);

const summary = {
  id: interactionIdSchema,
  title: z.string(),
  status: statusSchema,
  /** Goes up whenever the agent or a completion changed it; a write names the one it was made against. */
  revision: z.int(),
  addedAt: instantSchema,
  /** When it was last submitted, paid or declined. */
  closedAt: z.nullable(instantSchema),
  /** Why it was returned or withdrawn, in the agent's words. */
  reason: z.nullable(z.string()),
  /** What the customer may download: the signed document, the files handed over. */
  files: z.array(fileSchema),
  /** Somebody else's now; absent = it is this participant's own. `canTakeBack`: they handed it over, and the other has not begun. */
  heldBy: z.optional(z.object({ name: z.string(), canTakeBack: z.boolean() })),
  /** Who said that this participant has to do it, and what they wrote; absent = the business asked for it. */
  handedOverBy: z.optional(z.object({ name: z.string(), note: z.string() })),
};

export const esignSummarySchema = z.object({ ...summary, kind: z.literal('esign') });
export const documentRequestSummarySchema = z.object({
  ...summary,
  kind: z.literal('document-request'),
});
export const workflowSummarySchema = z.object({ ...summary, kind: z.literal('workflow') });
export const paymentSummarySchema = z.object({
  ...summary,
  kind: z.literal('payment'),
  amount: moneySchema,
  purpose: z.string(),
  /** How the latest visit to the provider ended, while it can still be paid. */
  lastAttempt: z.nullable(z.enum(['declined', 'cancelled', 'failed'])),
});

/** A kind from a newer backend: a safe card, never opened, never a crash. */
const unknownSummarySchema = z.pipe(
  z.object({
    ...summary,
    // Note: a pattern, because that is what a JSON Schema can say as well.
    kind: z.string().check(z.regex(new RegExp(`^(?!(?:${interactionKinds.join('|')})$)`))),
  }),
  z.transform((interaction) => ({ ...interaction, kind: 'unknown' as const })),
);

export const interactionSchema = z.union([
  z.discriminatedUnion('kind', [
    esignSummarySchema,
    documentRequestSummarySchema,
    workflowSummarySchema,
    paymentSummarySchema,
  ]),
  unknownSummarySchema,
]);

export type Interaction = z.infer<typeof interactionSchema>;
export type EsignSummary = z.infer<typeof esignSummarySchema>;
export type DocumentRequestSummary = z.infer<typeof documentRequestSummarySchema>;
export type WorkflowSummary = z.infer<typeof workflowSummarySchema>;
export type PaymentSummary = z.infer<typeof paymentSummarySchema>;
