/** Between answers, which are data, and what stands in the fields, which is text. What cannot be read is kept as it was typed. */
import { limits } from '#contract/limits.ts';
import type { Answer, Answers, FormField, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer, isAnswered, listFields } from '#domain/workflow-answers.ts';
import { numberFormat } from '#lib/i18n/formatters.ts';
import { parseNumber } from '#room/workflow/parse-number.ts';

export type FieldTexts = Readonly<Record<string, string>>;

export const yes = 'yes';
export const no = 'no';

/** Nothing longer is ever kept, so nothing longer can be typed. */
export const cutText = (text: string): string => text.slice(0, limits.answerLength);

/** Undefined when nothing was answered. */
export function toAnswer(field: FormField, text: string, locale: string): Answer | undefined {
  if (!isAnswered(text)) return undefined;
  switch (field.kind) {
    case 'number':
      return parseNumber(text, locale) ?? text;
    case 'yes-no':
      return text === yes;
    case 'text':
      return field.long ? text : text.trim();
    case 'email':
      return text.trim();
    case 'date':
    case 'choice':
      return text;
  }
}

export function toText(answer: Answer | undefined, locale: string): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? yes : no;
  if (typeof answer === 'string') return answer;
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(answer);
}

export const toTexts = (step: WorkflowStep, answers: Answers, locale: string): FieldTexts =>
  Object.fromEntries(listFields(step).map(({ id }) => [id, toText(findAnswer(answers, id), locale)]));

/** The answers with this one given, changed or taken back. */
export function withAnswer(answers: Answers, field: FormField, answer: Answer | undefined): Answers {
  const others = Object.entries(answers).filter(([id]) => id !== field.id);
  return Object.fromEntries(answer === undefined ? others : [...others, [field.id, answer]]);
}
