/**
 * A workflow's content: steps, the fields asked in them, and branches. Conditions are data, never code; the first
 * true branch wins, else `next` (product.md 8).
 */
import * as z from 'zod/mini';

import { saveDraftInputSchema, savedDraftSchema } from '#contract/draft.ts';
import { interactionIdSchema, partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { dateSchema, textSchema, titleSchema } from '#contract/scalars.ts';

const asked = {
  id: partIdSchema,
  label: titleSchema,
  hint: z.nullable(z.string().check(z.maxLength(limits.reasonLength))),
  required: z.boolean(),
};
const optionsSchema = z
  .array(z.object({ value: partIdSchema, label: titleSchema }))
  .check(z.minLength(1), z.maxLength(200));

export const formFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    ...asked,
    kind: z.literal('text'),
    long: z.boolean(),
    maxLength: z.int().check(z.minimum(1), z.maximum(limits.answerLength)),
    autoComplete: z.nullable(z.string().check(z.maxLength(40))),
  }),
  z.object({
    ...asked,
    kind: z.literal('number'),
    minimum: z.nullable(z.number()),
    maximum: z.nullable(z.number()),
    /** Digits after the decimal separator. */
    decimals: z.int().check(z.minimum(0), z.maximum(6)),
  }),
  z.object({
    ...asked,
    kind: z.literal('date'),
    earliest: z.nullable(dateSchema),
    latest: z.nullable(dateSchema),
  }),
  z.object({ ...asked, kind: z.literal('email') }),
  z.object({ ...asked, kind: z.literal('choice'), options: optionsSchema }),
  z.object({ ...asked, kind: z.literal('yes-no') }),
]);
export type FormField = z.infer<typeof formFieldSchema>;

/** Text, email, date (ISO) and choice (option value) are strings; an absent key is not answered. */
export const answerSchema = z.union([z.string().check(z.maxLength(limits.answerLength)), z.number(), z.boolean()]);
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.record(partIdSchema, answerSchema);
export type Answers = z.infer<typeof answersSchema>;

type Comparison = {
  kind: 'compare';
  field: z.infer<typeof partIdSchema>;
  operator: 'equals' | 'not-equals' | 'greater-than' | 'less-than' | 'contains';
  value: Answer;
};
type Presence = { kind: 'answered' | 'not-answered'; field: z.infer<typeof partIdSchema> };
type Group = { kind: 'all' | 'any'; of: Condition[] };
type Negation = { kind: 'not'; condition: Condition };
export type Condition = Comparison | Presence | Group | Negation;

export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.object({
      kind: z.literal('compare'),
      field: partIdSchema,
      operator: z.enum(['equals', 'not-equals', 'greater-than', 'less-than', 'contains']),
      value: answerSchema,
    }),
    z.object({ kind: z.enum(['answered', 'not-answered']), field: partIdSchema }),
    z.object({
      kind: z.enum(['all', 'any']),
      of: z.array(conditionSchema).check(z.maxLength(50)),
    }),
    z.object({ kind: z.literal('not'), condition: conditionSchema }),
  ]),
);

const step = {
  id: partIdSchema,
  title: titleSchema,
  branches: z.array(z.object({ when: conditionSchema, to: partIdSchema })).check(z.maxLength(50)),
  /** Where to go when no branch is true; null = check your answers. */
  next: z.nullable(partIdSchema),
};

export const workflowStepSchema = z.discriminatedUnion('kind', [
  z.object({
    ...step,
    kind: z.literal('information'),
    /** Paragraphs of plain text. */
    body: z.array(textSchema(limits.policyTextLength)).check(z.maxLength(50)),
  }),
  z.object({
    ...step,
    kind: z.literal('form'),
    fields: z.array(formFieldSchema).check(z.minLength(1), z.maxLength(limits.fieldsPerForm)),
  }),
]);
export type WorkflowStep = z.infer<typeof workflowStepSchema>;

export const workflowDefinitionSchema = z.object({
  /** The first one is where the customer starts. */
  steps: z.array(workflowStepSchema).check(z.minLength(1), z.maxLength(limits.stepsPerWorkflow)),
});
export type WorkflowDefinition = z.infer<typeof workflowDefinitionSchema>;

export const workflowDraftSchema = z.object({
  answers: answersSchema,
  /** The step the customer was on; null = check your answers. */
  step: z.nullable(partIdSchema),
});
export type WorkflowDraft = z.infer<typeof workflowDraftSchema>;

export const workflowContentSchema = z.object({
  kind: z.literal('workflow'),
  id: interactionIdSchema,
  revision: z.int(),
  definition: workflowDefinitionSchema,
  draft: savedDraftSchema(workflowDraftSchema),
});
export type WorkflowContent = z.infer<typeof workflowContentSchema>;

export const saveWorkflowDraftInputSchema = saveDraftInputSchema(workflowDraftSchema);

/** Answers of steps that are not reached are dropped by the backend, never stored. */
export const submitAnswersInputSchema = z.object({ revision: z.int(), answers: answersSchema });
