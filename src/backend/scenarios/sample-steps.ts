/** Questions in which something is done: what a business asks, takes and has signed in one go. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { NewWorkflowStep } from '#contract/new-workflow.ts';
import { papersInput, part } from '#backend/scenarios/sample-interactions.ts';

type Input<Kind extends AddInteractionInput['kind']> = Extract<AddInteractionInput, { kind: Kind }>;

/** `agreement`: a document to sign, as it is asked for alone. */
const listSteps = (agreement: Input<'esign'>): NewWorkflowStep[] => [
  {
    id: part('purpose'),
    kind: 'form',
    title: 'What the loan is for',
    fields: [
      {
        id: part('what-for'),
        kind: 'text',
        label: 'What will you buy?',
        hint: null,
        required: true,
        long: false,
        maxLength: 200,
        autoComplete: null,
      },
    ],
    branches: [],
    next: part('fee'),
  },
  {
    id: part('fee'),
    kind: 'payment',
    title: 'Pay the application fee',
    amount: { minorUnits: 2_500, currency: 'GBP' },
    purpose: 'Application fee for loan HC-2026-004817',
    branches: [{ when: { kind: 'outcome', step: part('fee'), is: 'declined' }, to: part('invoice') }],
    next: part('agreement'),
  },
  {
    id: part('invoice'),
    kind: 'information',
    title: 'We will send you an invoice',
    body: ['Your bank declined the payment. You can go back and try another card, or go on and pay by invoice.'],
    branches: [],
    next: part('agreement'),
  },
  {
    ...agreement,
    id: part('agreement'),
    title: 'Sign the agreement',
    branches: [{ when: { kind: 'outcome', step: part('agreement'), is: 'declined' }, to: part('closing') }],
    next: part('proof'),
  },
  { ...papersInput, id: part('proof'), title: 'Proof of income', branches: [], next: part('closing') },
  {
    id: part('closing'),
    kind: 'information',
    title: 'What happens next',
    body: ['We decide within two working days and write to you here.'],
    branches: [],
    next: null,
  },
];

export const applicationInput = (agreement: Input<'esign'>): Input<'workflow'> => ({
  kind: 'workflow',
  title: 'Your application',
  definition: { steps: listSteps(agreement) },
});
