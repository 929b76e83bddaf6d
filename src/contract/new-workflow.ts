/** A workflow as an agent sends it: its steps with everything that is asked in them. */
import * as z from 'zod/mini';

import { limits } from '#contract/limits.ts';
import { moneySchema, textSchema } from '#contract/scalars.ts';
import { formStepSchema, informationStepSchema, stepShape } from '#contract/workflow.ts';

/** What is to be paid, alone or in a step. */
export const paymentTerms = { amount: moneySchema, purpose: textSchema(limits.titleLength) };

export const newWorkflowStepSchema = z.discriminatedUnion('kind', [
  informationStepSchema,
  formStepSchema,
  z.object({ ...stepShape, kind: z.literal('payment'), ...paymentTerms }),
]);
export type NewWorkflowStep = z.infer<typeof newWorkflowStepSchema>;

export const newWorkflowSchema = z.object({
  /** The first one is where the customer starts. */
  steps: z.array(newWorkflowStepSchema).check(z.minLength(1), z.maxLength(limits.stepsPerWorkflow)),
});
export type NewWorkflow = z.infer<typeof newWorkflowSchema>;
