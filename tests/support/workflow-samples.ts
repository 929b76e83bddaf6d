import * as fc from 'fast-check';

import { partIdSchema } from '#contract/ids.ts';
import type { NewWorkflow, NewWorkflowStep } from '#contract/new-workflow.ts';
import {
  type Address,
  type Answer,
  type Answers,
  type Condition,
  type FormField,
  type TaskOutcome,
  taskOutcomes,
} from '#contract/workflow.ts';

export const part = (id: string) => partIdSchema.parse(id);

export const answersOf = (answers: Readonly<Record<string, Answer>>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [part(id), answer]));

const asked = (id: string) => ({ id: part(id), label: `Question ${id}?`, hint: null, required: true });

export const textField = (id: string, more: Partial<Extract<FormField, { kind: 'text' }>> = {}): FormField => ({
  ...asked(id),
  kind: 'text',
  long: false,
  maxLength: 100,
  autoComplete: null,
  ...more,
});

export const numberField = (id: string, more: Partial<Extract<FormField, { kind: 'number' }>> = {}): FormField => ({
  ...asked(id),
  kind: 'number',
  minimum: null,
  maximum: null,
  decimals: 0,
  ...more,
});

export const dateField = (id: string, more: Partial<Extract<FormField, { kind: 'date' }>> = {}): FormField => ({
  ...asked(id),
  kind: 'date',
  earliest: null,
  latest: null,
  ...more,
});

export const emailField = (id: string, required = true): FormField => ({ ...asked(id), kind: 'email', required });
export const yesNoField = (id: string, required = true): FormField => ({ ...asked(id), kind: 'yes-no', required });

export const choiceField = (id: string, values: readonly string[], required = true): FormField => ({
  ...asked(id),
  kind: 'choice',
  required,
  options: values.map((value) => ({ value: part(value), label: `Option ${value}` })),
});

type Several = Extract<FormField, { kind: 'multiple-choice' }>;

export const severalField = (id: string, values: readonly string[], more: Partial<Several> = {}): FormField => ({
  ...asked(id),
  kind: 'multiple-choice',
  options: values.map((value) => ({ value: part(value), label: `Option ${value}` })),
  minimum: null,
  maximum: null,
  ...more,
});

export const moneyField = (id: string, more: Partial<Extract<FormField, { kind: 'money' }>> = {}): FormField => ({
  ...asked(id),
  kind: 'money',
  currency: 'GBP',
  minimum: null,
  maximum: null,
  ...more,
});

export const phoneField = (id: string, country: string | null = 'GB'): FormField => ({
  ...asked(id),
  kind: 'phone',
  country,
});

export const addressField = (id: string, country: string | null = null): FormField => ({
  ...asked(id),
  kind: 'address',
  country,
});

export const fileField = (id: string, more: Partial<Extract<FormField, { kind: 'file' }>> = {}): FormField => ({
  ...asked(id),
  kind: 'file',
  accept: ['application/pdf', 'image/jpeg'],
  minFiles: 1,
  maxFiles: 3,
  maxBytes: 5_000_000,
  ...more,
});

export const bakerStreet: Address = {
  line1: '221b Baker Street',
  line2: '',
  postalCode: 'NW1 6XE',
  city: 'London',
  region: '',
  country: 'GB',
};

type Leads = { next?: string | null; branches?: { when: Condition; to: string }[] };

const leads = ({ next = null, branches = [] }: Leads) => ({
  next: next === null ? null : part(next),
  branches: branches.map(({ when, to }) => ({ when, to: part(to) })),
});

export const formOf = (id: string, fields: FormField[], to: Leads = {}): NewWorkflowStep => ({
  id: part(id),
  kind: 'form',
  title: `Form ${id}`,
  fields,
  ...leads(to),
});

export const pageOf = (id: string, to: Leads = {}): NewWorkflowStep => ({
  id: part(id),
  kind: 'information',
  title: `Page ${id}`,
  body: [`About ${id}.`],
  ...leads(to),
});

export const payStep = (id: string, to: Leads = {}): NewWorkflowStep => ({
  id: part(id),
  kind: 'payment',
  title: `Pay ${id}`,
  amount: { minorUnits: 4_900, currency: 'EUR' },
  purpose: `For ${id}`,
  ...leads(to),
});

export const endedAs = (step: string, is: TaskOutcome): Condition => ({ kind: 'outcome', step: part(step), is });

/** Asks about a car, takes a fee, and asks once more. */
export const feeDefinition: NewWorkflow = {
  steps: [
    formOf('start', [yesNoField('has-car'), textField('name')], { next: 'fee' }),
    payStep('fee', { next: 'end' }),
    formOf('end', [textField('more', { required: false })]),
  ],
};

export const isYes = (field: string): Condition => ({
  kind: 'compare',
  field: part(field),
  operator: 'equals',
  value: true,
});

/** Asks about a car, and about the car only if there is one. */
export const carDefinition: NewWorkflow = {
  steps: [
    formOf('start', [yesNoField('has-car'), textField('name')], {
      branches: [{ when: isYes('has-car'), to: 'car' }],
      next: 'end',
    }),
    formOf('car', [textField('plate'), numberField('doors', { minimum: 2, maximum: 5 })], { next: 'end' }),
    pageOf('end'),
  ],
};

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const anyName = fc.constantFrom(...names);
const anyAnswer = fc.oneof(
  fc.boolean(),
  fc.constantFrom('', ' ', 'red', 'blue', '2026-01-01'),
  fc.integer({ min: -2, max: 2 }),
);

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('compare' as const),
      field: anyName.map(part),
      operator: fc.constantFrom('equals', 'not-equals', 'greater-than', 'less-than', 'contains'),
      value: anyAnswer,
    }),
    fc.record({ kind: fc.constantFrom('answered', 'not-answered'), field: anyName.map(part) }),
    fc.record({
      kind: fc.constant('outcome' as const),
      step: anyName.map(part),
      is: fc.constantFrom(...taskOutcomes),
    }),
    fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), condition: tie('condition') }),
  ),
})).condition;

const anyTarget = fc.option(fc.constantFrom(...names, 'nowhere'), { nil: null });

/** Steps a to f, each with a question of its name, a payment or nothing, leading anywhere: back, to themselves, nowhere. */
export const anyDefinition: fc.Arbitrary<NewWorkflow> = fc
  .tuple(
    ...names.map((name) =>
      fc.record({
        next: anyTarget,
        branches: fc.array(fc.record({ when: anyCondition, to: fc.constantFrom(...names, 'nowhere') }), {
          maxLength: 3,
        }),
        kind: fc.constantFrom('form', 'form', 'page', 'payment'),
        name: fc.constant(name),
      }),
    ),
  )
  .map((steps) => ({
    steps: steps.map(({ name, kind, ...to }) => {
      if (kind === 'payment') return payStep(name, to);
      return kind === 'form' ? formOf(name, [textField(name)], to) : pageOf(name, to);
    }),
  }));

export const anyOutcomes: fc.Arbitrary<Record<string, TaskOutcome>> = fc.dictionary(
  anyName,
  fc.constantFrom(...taskOutcomes),
);

export const anyAnswers: fc.Arbitrary<Answers> = fc
  .dictionary(fc.constantFrom(...names, 'stranger'), anyAnswer)
  .map(answersOf);

export { anyCondition };
