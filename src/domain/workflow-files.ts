/**
 * Questions for files. Each takes them as an item of a document request does, and its answer is what was added to it: nothing that is
 * typed, so nothing a draft could hold. The room and the backend both read it here.
 */
import type { FilledItem, RequestedItem } from '#contract/document-request.ts';
import { partIdSchema } from '#contract/ids.ts';
import type { Answers, FormField, WorkflowContent, WorkflowDefinition } from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';

type FileField = Extract<FormField, { kind: 'file' }>;
type Added = WorkflowContent['added'];

export const listFileFields = ({ steps }: WorkflowDefinition): FileField[] =>
  steps.flatMap(listFields).filter((field): field is FileField => field.kind === 'file');

/** The question as what it takes. */
export const toItem = ({ id, label, hint, required, accept, maxFiles, maxBytes }: FileField): RequestedItem => ({
  id,
  title: label,
  instructions: hint ?? '',
  required,
  accept,
  maxFiles,
  maxBytes,
});

export const toFilledItem = (field: FileField, added: Added): FilledItem => {
  const { files = [], unfinished = [] } = added.find((one) => one.field === field.id) ?? {};
  return { ...toItem(field), files, unfinished };
};

/** What can be typed, and so be kept in a draft. */
export function withoutFiles(definition: WorkflowDefinition, answers: Answers): Answers {
  const files = new Set<string>(listFileFields(definition).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([field]) => !files.has(field)));
}

/** With what was added for an answer. */
export const withFiles = (definition: WorkflowDefinition, answers: Answers, added: Added): Answers => ({
  ...withoutFiles(definition, answers),
  ...Object.fromEntries(
    added.flatMap(({ field, files }) =>
      files.length > 0 ? [[field, files.map(({ id }) => partIdSchema.parse(id))]] : [],
    ),
  ),
});
