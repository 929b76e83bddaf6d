/** Something to ask a customer for, as it is typed: begun from a template, until `to-interaction.ts` makes what the contract wants of it. */
import * as z from 'zod/mini';

import { type EsignField, esignFieldSchema } from '#contract/esign.ts';
import { fileIdSchema, partIdSchema } from '#contract/ids.ts';
import { isPlaceable } from '#console/shared/task/field-placing.ts';
import type { WordsOf } from '#console/shared/task/template-words.ts';

const common = { id: partIdSchema, title: z.string() };
const lineKinds = ['identity', 'address', 'papers', 'questions'] as const;

export const taskDraftSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('agreement'),
    /** Null until a PDF was brought. */
    document: z.nullable(z.object({ fileId: fileIdSchema, name: z.string(), pages: z.int() })),
    fields: z.array(esignFieldSchema),
  }),
  /** Documents or questions, one a line. */
  z.object({ ...common, kind: z.literal(lineKinds), lines: z.string() }),
  z.object({ ...common, kind: z.literal('questionnaire') }),
  z.object({
    ...common,
    kind: z.literal('payment'),
    amount: z.string(),
    currency: z.string(),
    purpose: z.string(),
  }),
]);
export type TaskDraft = z.infer<typeof taskDraftSchema>;
export type TaskKind = TaskDraft['kind'];
export type DraftOf<Kind extends TaskKind> = Extract<TaskDraft, { kind: Kind }>;
export type LinesDraft = DraftOf<(typeof lineKinds)[number]>;

/** In the order they are offered. */
export const taskKinds = [
  'agreement',
  'identity',
  'address',
  'papers',
  'questionnaire',
  'questions',
  'payment',
] as const satisfies readonly TaskKind[];

/** As the template has it, in the customer's words. */
export function createTask(kind: TaskKind, words: WordsOf): TaskDraft {
  const begun = { id: partIdSchema.parse(crypto.randomUUID()), title: words(`templates.${kind}-title`) };
  switch (kind) {
    case 'agreement':
      return { ...begun, kind, document: null, fields: [] };
    case 'identity':
    case 'address':
    case 'papers':
    case 'questions':
      return { ...begun, kind, lines: words(`templates.${kind}-lines`) };
    case 'questionnaire':
      return { ...begun, kind };
    case 'payment':
      return { ...begun, kind, amount: '', currency: 'EUR', purpose: words('templates.payment-purpose') };
  }
}

/** For a customer of another language: what the template said is said in theirs, what somebody typed stays. */
export function rewordTask(task: TaskDraft, from: WordsOf, to: WordsOf): TaskDraft {
  const reword = (typed: string, id: Parameters<WordsOf>[0]) => (typed === from(id) ? to(id) : typed);
  const title = reword(task.title, `templates.${task.kind}-title`);
  const rewordField = (field: EsignField): EsignField =>
    isPlaceable(field.kind) ? { ...field, label: reword(field.label, `templates.${field.kind}-label`) } : field;
  switch (task.kind) {
    case 'agreement':
      return { ...task, title, fields: task.fields.map(rewordField) };
    case 'questionnaire':
      return { ...task, title };
    case 'payment':
      return { ...task, title, purpose: reword(task.purpose, 'templates.payment-purpose') };
    default:
      return { ...task, title, lines: reword(task.lines, `templates.${task.kind}-lines`) };
  }
}
