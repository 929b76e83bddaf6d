/**
 * A workflow's content: steps, the fields asked in them, and branches. Conditions are data, never code; the first
 * true branch wins, else `next` (product.md 8).
 */
import * as z from 'zod/mini';

import { filledItemSchema, takenSchema } from '#contract/document-request.ts';
import { saveDraftInputSchema, savedDraftSchema } from '#contract/draft.ts';
import { interactionIdSchema, partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import {
  countrySchema,
  currencySchema,
  dateSchema,
  minorUnitsSchema,
  textSchema,
  titleSchema,
} from '#contract/scalars.ts';

const asked = {
  id: partIdSchema,
  label: titleSchema,
  hint: z.nullable(z.string().check(z.maxLength(limits.reasonLength))),
  required: z.boolean(),
};
const optionsSchema = z
  .array(z.object({ value: partIdSchema, label: titleSchema }))
  .check(z.minLength(1), z.maxLength(limits.optionsPerField));

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
  z.object({
    ...asked,
    kind: z.literal('multiple-choice'),
    options: optionsSchema,
    /** How many have to be chosen, if any are. */
    minimum: z.nullable(z.int().check(z.minimum(1))),
    maximum: z.nullable(z.int().check(z.minimum(1))),
  }),
  z.object({ ...asked, kind: z.literal('yes-no') }),
  z.object({
    ...asked,
    kind: z.literal('money'),
    currency: currencySchema,
    minimum: z.nullable(minorUnitsSchema),
    maximum: z.nullable(minorUnitsSchema),
  }),
  /** `country`: picked to begin with; null = that of the customer's language for a phone number, none for an address. */
  z.object({ ...asked, kind: z.literal('phone'), country: z.nullable(countrySchema) }),
  z.object({ ...asked, kind: z.literal('address'), country: z.nullable(countrySchema) }),
  z.extend(takenSchema, {
    ...asked,
    kind: z.literal('file'),
    /** How many have to be added, if any are. */
    minFiles: z.int().check(z.minimum(1), z.maximum(limits.filesPerItem)),
  }),
]);
export type FormField = z.infer<typeof formFieldSchema>;

const addressLine = z.string().check(z.maxLength(limits.addressLineLength));
/** What a country has no use for is empty. */
export const addressSchema = z.object({
  line1: addressLine,
  line2: addressLine,
  postalCode: addressLine,
  city: addressLine,
  /** State, county, province. */
  region: addressLine,
  /** ISO 3166-1, two letters; empty = not chosen yet. */
  country: addressLine,
});
export type Address = z.infer<typeof addressSchema>;

const comparedSchema = z.union([z.string().check(z.maxLength(limits.answerLength)), z.number(), z.boolean()]);

/**
 * Text, email, date (ISO), phone (E.164) and choice (option value) are strings, money is a number of minor units, multiple choice a
 * list of option values, files a list of their ids; an absent key is not answered. A draft may hold anything of these for any field: what was typed so far.
 */
export const answerSchema = z.union([
  comparedSchema,
  z.array(partIdSchema).check(z.minLength(1), z.maxLength(limits.optionsPerField)),
  addressSchema,
]);
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.record(partIdSchema, answerSchema);
export type Answers = z.infer<typeof answersSchema>;

type Comparison = {
  kind: 'compare';
  field: z.infer<typeof partIdSchema>;
  operator: 'equals' | 'not-equals' | 'greater-than' | 'less-than' | 'contains';
  value: z.infer<typeof comparedSchema>;
};
type Presence = { kind: 'answered' | 'not-answered'; field: z.infer<typeof partIdSchema> };
/** How a task that is a step ended; the latest visit to the provider counts while a payment can still be made. */
export const taskOutcomes = ['paid', 'signed', 'sent', 'declined', 'cancelled'] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];
type Ending = { kind: 'outcome'; step: z.infer<typeof partIdSchema>; is: TaskOutcome };
type Group = { kind: 'all' | 'any'; of: Condition[] };
type Negation = { kind: 'not'; condition: Condition };
export type Condition = Comparison | Presence | Ending | Group | Negation;

export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.object({
      kind: z.literal('compare'),
      field: partIdSchema,
      operator: z.enum(['equals', 'not-equals', 'greater-than', 'less-than', 'contains']),
      /** Money in minor units. Of several choices, `contains` asks for one; an address is compared by its country. */
      value: comparedSchema,
    }),
    z.object({ kind: z.enum(['answered', 'not-answered']), field: partIdSchema }),
    z.object({ kind: z.literal('outcome'), step: partIdSchema, is: z.enum(taskOutcomes) }),
    z.object({
      kind: z.enum(['all', 'any']),
      of: z.array(conditionSchema).check(z.maxLength(50)),
    }),
    z.object({ kind: z.literal('not'), condition: conditionSchema }),
  ]),
);

export const stepShape = {
  id: partIdSchema,
  title: titleSchema,
  branches: z.array(z.object({ when: conditionSchema, to: partIdSchema })).check(z.maxLength(50)),
  /** Where to go when no branch is true; null = check your answers. */
  next: z.nullable(partIdSchema),
};

export const informationStepSchema = z.object({
  ...stepShape,
  kind: z.literal('information'),
  /** Paragraphs of plain text. */
  body: z.array(textSchema(limits.policyTextLength)).check(z.maxLength(50)),
});
export const formStepSchema = z.object({
  ...stepShape,
  kind: z.literal('form'),
  fields: z.array(formFieldSchema).check(z.minLength(1), z.maxLength(limits.fieldsPerForm)),
});

/** Steps that are tasks of their own: what is asked in them, and how far they came, is in the session's `parts`. */
export const taskStepKinds = ['payment', 'esign', 'document-request'] as const;
const stepKinds = ['information', 'form', ...taskStepKinds] as const;

/** A kind from a newer backend: a page that says so, which nobody gets past; never a crash. */
const unknownStepSchema = z.pipe(
  z.object({ ...stepShape, kind: z.string().check(z.regex(new RegExp(`^(?!(?:${stepKinds.join('|')})$)`))) }),
  z.transform((unknown) => ({ ...unknown, kind: 'unknown' as const })),
);

export const workflowStepSchema = z.union([
  z.discriminatedUnion('kind', [
    informationStepSchema,
    formStepSchema,
    z.object({ ...stepShape, kind: z.enum(taskStepKinds) }),
  ]),
  unknownStepSchema,
]);
export type WorkflowStep = z.infer<typeof workflowStepSchema>;

export const workflowDefinitionSchema = z.object({
  /** The first one is where the customer starts. */
  steps: z.array(workflowStepSchema).check(z.minLength(1), z.maxLength(limits.stepsPerWorkflow)),
});
export type WorkflowDefinition = z.infer<typeof workflowDefinitionSchema>;

export const workflowDraftSchema = z.object({
  /** Without those that are files: what was added is always kept (`added`). */
  answers: answersSchema,
  /** The step the customer was on; null = check your answers. */
  step: z.nullable(partIdSchema),
});
export type WorkflowDraft = z.infer<typeof workflowDraftSchema>;

/** What cannot be changed any more, because something final came after it: these steps, and what was answered in them. */
export const settledStepsSchema = z.object({ steps: z.array(partIdSchema), answers: answersSchema });
export type SettledSteps = z.infer<typeof settledStepsSchema>;

export const workflowContentSchema = z.object({
  kind: z.literal('workflow'),
  id: interactionIdSchema,
  revision: z.int(),
  definition: workflowDefinitionSchema,
  /** What was added to each question for files so far, in the order it is answered with. */
  added: z.array(z.extend(z.pick(filledItemSchema, { files: true, unfinished: true }), { field: partIdSchema })),
  draft: savedDraftSchema(workflowDraftSchema),
  /** Absent until something final happened. */
  settled: z.optional(settledStepsSchema),
});
export type WorkflowContent = z.infer<typeof workflowContentSchema>;

export const saveWorkflowDraftInputSchema = saveDraftInputSchema(workflowDraftSchema);

/**
 * Answers of steps that are not reached are dropped by the backend, never stored; so is what was added to their questions. Of each other
 * question for files its answer names all that was added, as the customer saw it: less is `interaction-changed`, anything else `invalid-input`.
 */
export const submitAnswersInputSchema = z.object({ revision: z.int(), answers: answersSchema });
