/**
 * Drafts: what a customer entered and did not submit yet. Saved on the backend beside the interaction, no log entry.
 * `writer` names the tab, `revision` the draft it was typed over: a save over somebody else's newer draft is refused
 * with `draft-conflict` unless it says `takeOver`.
 */
import * as z from 'zod/mini';

import { instantSchema } from '#contract/scalars.ts';

export const writerSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

export const savedDraftSchema = <Content extends z.core.$ZodType>(content: Content) =>
  z.nullable(z.object({ revision: z.int(), writer: writerSchema, savedAt: instantSchema, content }));

export const saveDraftInputSchema = <Content extends z.core.$ZodType>(content: Content) =>
  z.object({
    writer: writerSchema,
    /** The revision this was typed over; 0 = there was none. */
    revision: z.int(),
    takeOver: z.boolean(),
    content,
  });

export const draftReceiptSchema = z.object({ revision: z.int(), savedAt: instantSchema });
export type DraftReceipt = z.infer<typeof draftReceiptSchema>;
