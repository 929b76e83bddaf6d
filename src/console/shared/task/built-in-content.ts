/** What customers are asked for by the built-in templates. */
import { acceptedTypes, type RequestedItem } from '#contract/document-request.ts';
import { partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import type { WordsOf } from '#console/shared/task/template-words.ts';

const part = (id: string) => partIdSchema.parse(id);

export const listLines = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const paperItems = (titles: readonly string[]): RequestedItem[] =>
  titles.map((title, index) => ({
    id: part(`part-${index + 1}`),
    title,
    instructions: '',
    required: true,
    accept: [...acceptedTypes],
    maxFiles: limits.filesPerItem,
    maxBytes: limits.fileBytes,
  }));

type Form = Extract<NewWorkflow['steps'][number], { kind: 'form' }>;

const formOf = (title: string, fields: Form['fields']): NewWorkflow => ({
  steps: [{ id: part('questions'), kind: 'form', title, branches: [], next: null, fields }],
});

const asked = (id: string, label: string, required = true) => ({ id: part(id), label, hint: null, required });
const written = { kind: 'text' as const, long: true, autoComplete: null };

export const questions = (title: string, labels: readonly string[]): NewWorkflow =>
  formOf(
    title,
    labels.map((label, index) => ({
      ...asked(`part-${index + 1}`, label),
      ...written,
      maxLength: limits.answerLength,
    })),
  );

export const questionnaire = (words: WordsOf, title: string): NewWorkflow =>
  formOf(title, [
    { ...asked('details-right', words('templates.question-details')), kind: 'yes-no' },
    {
      ...asked('reach', words('templates.question-reach')),
      kind: 'choice',
      options: [
        { value: part('by-email'), label: words('templates.reach-email') },
        { value: part('by-phone'), label: words('templates.reach-phone') },
      ],
    },
    { ...asked('anything-else', words('templates.question-else'), false), ...written, maxLength: 2_000 },
  ]);
