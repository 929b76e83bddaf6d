/** An eSign's content: a PDF, the fields placed on its pages, and what a customer submits. */
import * as z from 'zod/mini';

import { saveDraftInputSchema, savedDraftSchema } from '#contract/draft.ts';
import { fileSchema } from '#contract/file.ts';
import { interactionIdSchema, partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { dateSchema, nameSchema, reasonSchema, titleSchema } from '#contract/scalars.ts';

const fraction = z.number().check(z.minimum(0), z.maximum(1));

/** A box on a page as it is shown (after the page's own rotation), fractions of width and height from the top left. */
export const boxSchema = z.object({ x: fraction, y: fraction, width: fraction, height: fraction });
export type Box = z.infer<typeof boxSchema>;

const placed = {
  id: partIdSchema,
  label: titleSchema,
  /** Page index, first page 0. */
  page: z.int().check(z.minimum(0)),
  box: boxSchema,
  required: z.boolean(),
  readOnly: z.boolean(),
  /** Whose field it is: the participant's number, 1 = primary. */
  participant: z.int().check(z.minimum(1)),
};

export const esignFieldSchema = z.discriminatedUnion('kind', [
  z.object({ ...placed, kind: z.literal('signature') }),
  z.object({ ...placed, kind: z.literal('initials') }),
  z.object({ ...placed, kind: z.literal('date'), prefill: z.nullable(dateSchema) }),
  z.object({
    ...placed,
    kind: z.literal('text'),
    prefill: z.nullable(z.string()),
    maxLength: z.int().check(z.minimum(1), z.maximum(limits.answerLength)),
  }),
  z.object({ ...placed, kind: z.literal('checkbox'), prefill: z.nullable(z.boolean()) }),
]);
export type EsignField = z.infer<typeof esignFieldSchema>;

/** Points in unit space of the box they were drawn in (x, y from 0 to 1), so rotation and resizing lose nothing. */
const strokeSchema = z.array(z.tuple([fraction, fraction])).check(z.minLength(1), z.maxLength(limits.pointsPerStroke));

export const markSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    strokes: z.array(strokeSchema).check(z.minLength(1), z.maxLength(limits.strokesPerSignature)),
    /** Width divided by height of the box it was drawn in. */
    aspect: z.number().check(z.minimum(0.1), z.maximum(20)),
  }),
  z.object({ kind: z.literal('typed'), text: nameSchema }),
]);
export type Mark = z.infer<typeof markSchema>;

/** A signature or initials field holds no ink of its own: it says that the adopted mark was applied there. */
export const fieldValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied') }),
  z.object({ kind: z.literal('date'), date: dateSchema }),
  z.object({ kind: z.literal('text'), text: z.string().check(z.maxLength(limits.answerLength)) }),
  z.object({ kind: z.literal('checkbox'), checked: z.boolean() }),
]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

export const fieldValuesSchema = z.record(partIdSchema, fieldValueSchema);
export type FieldValues = z.infer<typeof fieldValuesSchema>;

/** Note: marks are never part of a draft on the backend; a signature leaves the device only when it is submitted. */
export const esignDraftSchema = z.object({ values: fieldValuesSchema });
export type EsignDraft = z.infer<typeof esignDraftSchema>;

export const esignContentSchema = z.object({
  kind: z.literal('esign'),
  id: interactionIdSchema,
  revision: z.int(),
  document: z.extend(fileSchema, { pages: z.int() }),
  fields: z.array(esignFieldSchema).check(z.maxLength(limits.fieldsPerDocument)),
  canDecline: z.boolean(),
  draft: savedDraftSchema(esignDraftSchema),
});
export type EsignContent = z.infer<typeof esignContentSchema>;

export const saveEsignDraftInputSchema = saveDraftInputSchema(esignDraftSchema);

export const signInputSchema = z.object({
  revision: z.int(),
  /** Hash of the document the customer saw; another one is `interaction-changed`. */
  documentSha256: z.string(),
  values: fieldValuesSchema,
  signature: z.nullable(markSchema),
  initials: z.nullable(markSchema),
  /** One of the policy's signing reasons; null when it has none. */
  signingReason: z.nullable(nameSchema),
  /** The end of the document was reached; needed where the policy requires review. */
  reviewed: z.boolean(),
});
export type SignInput = z.infer<typeof signInputSchema>;

export const declineInputSchema = z.object({ revision: z.int(), reason: reasonSchema });
