/** Workflows that show more than the ordinary one: every sort of question, and many ways through. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { NewWorkflowStep } from '#contract/new-workflow.ts';
import type { Condition, FormField } from '#contract/workflow.ts';
import { asked, part } from '#backend/scenarios/sample-interactions.ts';

type WorkflowInput = Extract<AddInteractionInput, { kind: 'workflow' }>;

const countries = ['Austria', 'Belgium', 'Czechia', 'Denmark', 'Finland', 'France', 'Germany', 'Ireland', 'Italy'];
const more = ['Netherlands', 'Norway', 'Poland', 'Portugal', 'Spain', 'Sweden', 'Switzerland', 'United Kingdom'];

const toOption = (label: string) => ({ value: part(label.toLowerCase().replaceAll(' ', '-')), label });

const everySort: FormField[] = [
  { ...asked('job', 'What is your job title?'), kind: 'text', long: false, maxLength: 80, autoComplete: null },
  {
    ...asked('story', 'What happened?', { hint: 'In your own words, as much as you like.' }),
    kind: 'text',
    long: true,
    maxLength: 2_000,
    autoComplete: null,
  },
  {
    ...asked('people', 'How many people live with you?', { hint: 'Without you.' }),
    kind: 'number',
    minimum: 0,
    maximum: 20,
    decimals: 0,
  },
  {
    ...asked('rent', 'What do you pay for it a month?', { hint: 'In pounds.', required: false }),
    kind: 'number',
    minimum: 0,
    maximum: null,
    decimals: 2,
  },
  { ...asked('since', 'Since when?'), kind: 'date', earliest: '1990-01-01', latest: '2026-12-31' },
  { ...asked('until', 'Until when?', { required: false }), kind: 'date', earliest: null, latest: null },
  { ...asked('email', 'Where can we write to you?'), kind: 'email' },
  { ...asked('contact', 'How should we reach you?'), kind: 'choice', options: ['Email', 'Letter'].map(toOption) },
  {
    ...asked('country', 'In which country do you live?'),
    kind: 'choice',
    options: [...countries, ...more].map(toOption),
  },
  {
    ...asked('hear', 'Where did you hear about us?', { hint: 'It helps us to know.' }),
    kind: 'multiple-choice',
    options: ['A friend', 'The newspaper', 'Television', 'A search'].map(toOption),
    minimum: null,
    maximum: 2,
  },
  { ...asked('savings', 'How much have you put aside?'), kind: 'money', currency: 'GBP', minimum: 0, maximum: null },
  { ...asked('phone', 'At which number can we call you?'), kind: 'phone', country: 'GB' },
  { ...asked('home', 'Where do you live?', { hint: 'Your main home.' }), kind: 'address', country: 'GB' },
  {
    ...asked('proof', 'Do you have a proof of your address?', { hint: 'A bill or a bank statement.', required: false }),
    kind: 'file',
    accept: ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'],
    minFiles: 1,
    maxFiles: 3,
    maxBytes: 10_000_000,
  },
  { ...asked('pets', 'Do you have pets?', { required: false }), kind: 'yes-no' },
  { ...asked('truth', 'Is everything above complete and true?'), kind: 'yes-no' },
];

export const everySortInput: WorkflowInput = {
  kind: 'workflow',
  title: 'Every sort of question',
  definition: {
    steps: [{ id: part('all'), kind: 'form', title: 'All at once', fields: everySort, branches: [], next: null }],
  },
};

const equals = (field: string, value: string | boolean): Condition => ({
  kind: 'compare',
  field: part(field),
  operator: 'equals',
  value,
});

const yesNo = (id: string, label: string): FormField => ({ ...asked(id, label), kind: 'yes-no' });

const form = (
  id: string,
  title: string,
  fields: FormField[],
  onwards: Pick<NewWorkflowStep, 'branches' | 'next'>,
): NewWorkflowStep => ({ id: part(id), kind: 'form', title, fields, ...onwards });

const last = { branches: [], next: part('closing') };

const claimSteps: NewWorkflowStep[] = [
  form(
    'cause',
    'What happened',
    [
      {
        ...asked('cause-kind', 'What was it?'),
        kind: 'choice',
        options: ['Accident', 'Theft', 'Water', 'Something else'].map(toOption),
      },
      yesNo('others', 'Was anybody else involved?'),
    ],
    {
      branches: [
        { when: { kind: 'all', of: [equals('cause-kind', 'accident'), equals('others', true)] }, to: part('people') },
        { when: equals('cause-kind', 'theft'), to: part('police') },
        {
          when: {
            kind: 'any',
            of: [equals('cause-kind', 'water'), { kind: 'not', condition: equals('cause-kind', 'accident') }],
          },
          to: part('damage'),
        },
      ],
      next: part('damage'),
    },
  ),
  form(
    'people',
    'Who else',
    [
      {
        ...asked('people-names', 'What are their names?'),
        kind: 'text',
        long: true,
        maxLength: 500,
        autoComplete: null,
      },
      yesNo('hurt', 'Was anybody hurt?'),
    ],
    { branches: [{ when: equals('hurt', true), to: part('police') }], next: part('damage') },
  ),
  form(
    'police',
    'The police',
    [
      yesNo('reported', 'Did you report it?'),
      {
        ...asked('reference', 'Which number did they give you?', { required: false }),
        kind: 'text',
        long: false,
        maxLength: 40,
        autoComplete: null,
      },
    ],
    { branches: [], next: part('damage') },
  ),
  form(
    'damage',
    'The damage',
    [
      {
        ...asked('amount', 'What will it cost to repair?', { hint: 'In pounds; a guess is fine.' }),
        kind: 'number',
        minimum: 0,
        maximum: 1_000_000,
        decimals: 0,
      },
    ],
    {
      branches: [
        {
          when: { kind: 'compare', field: part('amount'), operator: 'greater-than', value: 5_000 },
          to: part('expert'),
        },
      ],
      next: part('closing'),
    },
  ),
  form('expert', 'A visit', [yesNo('visit', 'May one of our experts visit you?')], last),
  {
    id: part('closing'),
    kind: 'information',
    title: 'Before you send it',
    body: ['We answer within five working days. You can add papers at any time until then.'],
    branches: [],
    next: null,
  },
];

export const claimInput: WorkflowInput = { kind: 'workflow', title: 'Your claim', definition: { steps: claimSteps } };

export const onePageInput: WorkflowInput = {
  kind: 'workflow',
  title: 'How we use your data',
  definition: {
    steps: [
      {
        id: part('data'),
        kind: 'information',
        title: 'How we use your data',
        body: [
          'We use what you tell us to decide on the loan, to carry out the agreement and to meet our duties under the law.',
          'We keep it for six years after the agreement has ended. You may ask us at any time what we hold about you and have it corrected.',
        ],
        branches: [],
        next: null,
      },
    ],
  },
};
