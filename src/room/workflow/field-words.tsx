import type { FormField } from '#contract/workflow.ts';
import type { AnswerProblem } from '#domain/workflow-answers.ts';
import { addButtonId, uploadElementId } from '#room/files/element-ids.ts';
import type { OpenFile } from '#room/files/uploads/upload-task.ts';

export type OfKind<Kind extends FormField['kind']> = Extract<FormField, { kind: Kind }>;

/** What is wrong with an answer; or one of its files is not there yet. */
export type FieldProblem = { field: FormField; problem: AnswerProblem | OpenFile };

export type InputProps<Field extends FormField = FormField, Value = string> = {
  field: Field;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
};

/** The control, or the group of several. */
export const toInputId = ({ id }: Pick<FormField, 'id'>): string => `answer-${id}`;

/** One of the controls of an address, or of a phone number. */
export const toPartId = (field: Pick<FormField, 'id'>, part: string): string => `${toInputId(field)}-${part}`;

/** Where the error summary leads to: what has to be put right. */
export function toProblemId(field: FormField, problem: FieldProblem['problem']): string {
  if (typeof problem === 'object') return uploadElementId(problem.id);
  if (field.kind === 'file') return addButtonId(toInputId(field));
  if (field.kind === 'phone') return toPartId(field, 'number');
  if (field.kind !== 'address') return toInputId(field);
  return toPartId(field, wrongPart(problem));
}

/** Which part of an address a problem is about. */
export function wrongPart(problem: AnswerProblem): 'line1' | 'city' | 'country' {
  if (problem === 'no-city') return 'city';
  return problem === 'no-country' ? 'country' : 'line1';
}

/** What the business wrote keeps its own direction, whatever language the page speaks. */
export const toWords = ({ field, error }: { field: FormField; error?: string | undefined }) => ({
  id: toInputId(field),
  name: field.id,
  label: <bdi>{field.label}</bdi>,
  hint: field.hint && <bdi>{field.hint}</bdi>,
  error,
  optional: !field.required,
});
