/** What the built-in templates ask customers for. */
import type { RequestedItem } from '#contract/document-request.ts';
import { partIdSchema } from '#contract/ids.ts';
import type { WorkflowDefinition } from '#contract/workflow.ts';
import type { useText } from '#lib/i18n/text.tsx';

type TextOf = ReturnType<typeof useText>;
const part = (id: string) => partIdSchema.parse(id);
const megabyte = 1024 * 1024;

export const identityItems = (text: TextOf): RequestedItem[] => [
  {
    id: part('identity'),
    title: text('console-new-session.identity-item'),
    instructions: text('console-new-session.identity-instructions'),
    required: true,
    accept: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'],
    maxFiles: 2,
    maxBytes: 20 * megabyte,
  },
];

const asked = (text: TextOf, id: string, label: Parameters<TextOf>[0], required: boolean) => ({
  id: part(id),
  label: text(label),
  hint: null,
  required,
});

export const questionnaire = (text: TextOf, title: string): WorkflowDefinition => ({
  steps: [
    {
      id: part('about-you'),
      kind: 'form',
      title,
      branches: [],
      next: null,
      fields: [
        { ...asked(text, 'details-right', 'console-new-session.question-details', true), kind: 'yes-no' },
        {
          ...asked(text, 'reach', 'console-new-session.question-reach', true),
          kind: 'choice',
          options: [
            { value: part('by-email'), label: text('console-new-session.reach-email') },
            { value: part('by-phone'), label: text('console-new-session.reach-phone') },
          ],
        },
        {
          ...asked(text, 'anything-else', 'console-new-session.question-else', false),
          kind: 'text',
          long: true,
          maxLength: 2_000,
          autoComplete: null,
        },
      ],
    },
  ],
});
