/** A workflow as an agent sends it: its steps with everything that is asked in them. */
import * as z from 'zod/mini';

import { requestedItemSchema } from '#contract/document-request.ts';
import { esignFieldSchema } from '#contract/esign.ts';
import { fileIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { moneySchema, textSchema } from '#contract/scalars.ts';
import { formStepSchema, informationStepSchema, stepShape } from '#contract/workflow.ts';

/** What is to be paid, alone or in a step. */
export const paymentTerms = { amount: moneySchema, purpose: textSchema(limits.titleLength) };

/** What is to be signed. */
export const esignTerms = {
  /** A PDF sent with `addDocument`. */
  document: fileIdSchema,
  fields: z.array(esignFieldSchema).check(z.maxLength(limits.fieldsPerDocument)),
  canDecline: z.boolean(),
};

/** What is to be handed over. */
export const requestTerms = {
  items: z.array(requestedItemSchema).check(z.minLength(1), z.maxLength(limits.itemsPerRequest)),
};

export const newWorkflowStepSchema = z.discriminatedUnion('kind', [
  informationStepSchema,
  formStepSchema,
  z.object({ ...stepShape, kind: z.literal('payment'), ...paymentTerms }),
  z.object({ ...stepShape, kind: z.literal('esign'), ...esignTerms }),
  z.object({ ...stepShape, kind: z.literal('document-request'), ...requestTerms }),
]);
export type NewWorkflowStep = z.infer<typeof newWorkflowStepSchema>;

export const newWorkflowSchema = z.object({
  /** The first one is where the customer starts. */
  steps: z.array(newWorkflowStepSchema).check(z.minLength(1), z.maxLength(limits.stepsPerWorkflow)),
});
export type NewWorkflow = z.infer<typeof newWorkflowSchema>;
