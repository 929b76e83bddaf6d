/** Consent and new links: the two things a customer may do before being inside. */
import * as z from 'zod/mini';

import { newLinkOfferSchema } from '#contract/entry.ts';

export const consentInputSchema = z.object({
  decision: z.enum(['agree', 'disagree']),
  /** The revision of the text that was read; another one means the text changed meanwhile. */
  revision: z.string(),
});

/** Where it went, and the cool-down that now runs. */
export const newLinkReceiptSchema = newLinkOfferSchema;
