/**
 * Between answers, which are data, and what stands in the fields. What cannot be read is kept as it was typed; what is chosen from a
 * list, or stands in several fields, is its own answer.
 */
import { limits } from '#contract/limits.ts';
import type { Address, Answer, Answers, FormField, WorkflowStep } from '#contract/workflow.ts';
import { isAddress } from '#domain/answer-kinds.ts';
import { findAnswer, isAnswered, listFields } from '#domain/workflow-answers.ts';
import { numberFormat } from '#lib/i18n/formatters.ts';
import { parseMoney, writeMoney } from '#lib/i18n/parse-money.ts';
import { parseNumber } from '#lib/i18n/parse-number.ts';

/** What stands in one field. */
export type Entered = string | Choices | Address;
type Choices = Extract<Answer, readonly unknown[]>;
export type FieldTexts = Readonly<Record<string, Entered>>;

export const yes = 'yes';
export const no = 'no';

/** Nothing longer is ever kept, so nothing longer can be typed. */
export const cutText = (entered: Entered): Entered =>
  typeof entered === 'string' ? entered.slice(0, limits.answerLength) : entered;

/** Undefined when nothing was answered. */
export function toAnswer(field: FormField, entered: Entered, locale: string): Answer | undefined {
  if (!isAnswered(entered)) return undefined;
  if (typeof entered !== 'string') return entered;
  switch (field.kind) {
    case 'number':
      return parseNumber(entered, locale) ?? entered;
    case 'money':
      return parseMoney(entered, field.currency, locale) ?? entered;
    case 'yes-no':
      return entered === yes;
    case 'text':
      return field.long ? entered : entered.trim();
    case 'email':
      return entered.trim();
    case 'date':
    case 'choice':
    case 'phone':
    case 'multiple-choice':
    case 'address':
    case 'file':
      return entered;
  }
}

export function toEntered(field: FormField, answer: Answer | undefined, locale: string): Entered {
  switch (field.kind) {
    case 'multiple-choice':
      return Array.isArray(answer) ? answer : [];
    case 'address':
      return isAddress(answer) ? answer : { ...blankAddress, country: field.country ?? '' };
    case 'money':
      return typeof answer === 'number' ? writeMoney(answer, field.currency, locale) : toText(answer, locale);
    default:
      return toText(answer, locale);
  }
}

export const blankAddress: Address = { line1: '', line2: '', postalCode: '', city: '', region: '', country: '' };

export function toText(answer: Answer | undefined, locale: string): string {
  if (answer === undefined || typeof answer === 'object') return '';
  if (typeof answer === 'boolean') return answer ? yes : no;
  if (typeof answer === 'string') return answer;
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(answer);
}

export const toTexts = (step: WorkflowStep, answers: Answers, locale: string): FieldTexts =>
  Object.fromEntries(
    listFields(step).map((field) => [field.id, toEntered(field, findAnswer(answers, field.id), locale)]),
  );

/** The answers with this one given, changed or taken back. */
export function withAnswer(answers: Answers, field: FormField, answer: Answer | undefined): Answers {
  const others = Object.entries(answers).filter(([id]) => id !== field.id);
  return Object.fromEntries(answer === undefined ? others : [...others, [field.id, answer]]);
}
