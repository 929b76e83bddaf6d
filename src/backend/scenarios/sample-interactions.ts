/** One believable interaction of each kind, as an agent of Harbour Credit would send it. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { RequestedItem } from '#contract/document-request.ts';
import type { EsignField } from '#contract/esign.ts';
import { type FileId, type PartId, partIdSchema } from '#contract/ids.ts';
import type { NewWorkflowStep } from '#contract/new-workflow.ts';
import type { FormField } from '#contract/workflow.ts';
import { agreementFields } from '#backend/scenarios/sample-fields.ts';

type Input<Kind extends AddInteractionInput['kind']> = Extract<AddInteractionInput, { kind: Kind }>;

export const agreementInput = (
  document: FileId,
  {
    title = 'Personal loan agreement',
    fields = agreementFields,
  }: { title?: string; fields?: readonly EsignField[] } = {},
): Input<'esign'> => ({ kind: 'esign', title, document, fields: [...fields], canDecline: true });

export const megabyte = 1_000_000;
export const part = (id: string): PartId => partIdSchema.parse(id);

export const identityItem: RequestedItem = {
  id: part('identity'),
  title: 'Proof of identity',
  instructions: 'Passport, or both sides of your identity card. All four corners must be visible.',
  required: true,
  accept: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  maxFiles: 2,
  maxBytes: 15 * megabyte,
};

export const papersInput: Input<'document-request'> = {
  kind: 'document-request',
  title: 'Your papers',
  items: [
    identityItem,
    {
      ...identityItem,
      id: part('income'),
      title: 'Payslips of the last three months',
      instructions: 'Photos or the PDFs from your employer.',
      maxFiles: 3,
    },
    {
      ...identityItem,
      id: part('car'),
      title: 'Photo of the car',
      instructions: 'Only if you have found it already.',
      required: false,
      accept: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
      maxFiles: 4,
    },
  ],
};

export const asked = (
  id: string,
  label: string,
  { hint = null, required = true }: { hint?: string | null; required?: boolean } = {},
) => ({
  id: part(id),
  label,
  hint,
  required,
});

const situationFields: FormField[] = [
  {
    ...asked('occupation', 'What do you do for a living?', { hint: 'Your job title, or “retired”, “student”.' }),
    kind: 'text',
    long: false,
    maxLength: 80,
    autoComplete: 'organization-title',
  },
  { ...asked('email', 'Where can we write to you?'), kind: 'email' },
  {
    ...asked('since', 'Since when have you lived at your current address?'),
    kind: 'date',
    earliest: '1930-01-01',
    latest: '2026-12-31',
  },
  {
    ...asked('housing', 'How do you live?'),
    kind: 'choice',
    options: [
      { value: part('rent'), label: 'I rent' },
      { value: part('own'), label: 'I own my home' },
      { value: part('family'), label: 'With family or friends' },
    ],
  },
  { ...asked('other-loans', 'Do you pay back other loans at the moment?'), kind: 'yes-no' },
];

const loansFields: FormField[] = [
  {
    ...asked('loans-count', 'How many?'),
    kind: 'number',
    minimum: 1,
    maximum: 20,
    decimals: 0,
  },
  {
    ...asked('loans-monthly', 'How much do you pay a month, all together?', { hint: 'In pounds.' }),
    kind: 'number',
    minimum: 0,
    maximum: 100_000,
    decimals: 2,
  },
  {
    ...asked('loans-note', 'Anything we should know about them?', { required: false }),
    kind: 'text',
    long: true,
    maxLength: 1_000,
    autoComplete: null,
  },
];

const steps: NewWorkflowStep[] = [
  {
    id: part('welcome'),
    kind: 'information',
    title: 'A few questions about you',
    body: [
      'We ask them to make sure that the loan fits your budget. It takes about two minutes.',
      'You can go back and change an answer at any time before you send them.',
    ],
    branches: [],
    next: part('situation'),
  },
  {
    id: part('situation'),
    kind: 'form',
    title: 'Your situation',
    fields: situationFields,
    branches: [
      {
        when: { kind: 'compare', field: part('other-loans'), operator: 'equals', value: true },
        to: part('loans'),
      },
    ],
    next: null,
  },
  { id: part('loans'), kind: 'form', title: 'Your other loans', fields: loansFields, branches: [], next: null },
];

export const questionsInput: Input<'workflow'> = {
  kind: 'workflow',
  title: 'Questions about you',
  definition: { steps },
};

export const feeInput: Input<'payment'> = {
  kind: 'payment',
  title: 'Set-up fee',
  amount: { minorUnits: 4_900, currency: 'GBP' },
  purpose: 'Set-up fee for loan HC-2026-004817',
};

export const instalmentInput: Input<'payment'> = {
  ...feeInput,
  title: 'First instalment',
  amount: { minorUnits: 19_328, currency: 'GBP' },
  purpose: 'Instalment 1 of 48 for loan HC-2026-004817',
};
