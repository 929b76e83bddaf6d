/**
 * What makes an answer acceptable, field by field. The customer's page asks here before going on, the backend before it
 * stores anything, so what one lets through the other takes. Reasons are codes; the words for people are the room's.
 */
import { dateSchema } from '#contract/scalars.ts';
import type { Answer, Answers, FormField, WorkflowStep } from '#contract/workflow.ts';
import {
  findAddressProblem,
  findChoicesProblem,
  findFilesProblem,
  findMoneyProblem,
  findPhoneProblem,
  isAddress,
  isBlankAddress,
} from '#domain/answer-kinds.ts';

export type AnswerProblem =
  | 'required'
  | 'not-text'
  | 'too-long'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-many-decimals'
  | 'not-a-date'
  | 'too-early'
  | 'too-late'
  | 'not-an-email'
  | 'not-an-option'
  | 'too-few'
  | 'too-many'
  | 'not-money'
  | 'not-files'
  | 'not-a-phone'
  | 'no-street'
  | 'no-city'
  | 'no-country';

const emailLength = 254;
/** Note: the length is looked at first, so backtracking stays harmless. */
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/** Only white space is no answer, nor is nothing chosen. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  return isAddress(answer) ? !isBlankAddress(answer) : answer !== undefined;
}

/** The answer to this field as it was given; what a record inherits is none. */
export const findAnswer = (answers: Answers, field: FormField['id']): Answer | undefined =>
  Object.hasOwn(answers, field) ? answers[field] : undefined;

/** What is wrong with an answer, the first thing only; null when it may be handed in. Total over whatever arrives. */
export function findAnswerProblem(field: FormField, answer: Answer | undefined): AnswerProblem | null {
  if (!isAnswered(answer)) return field.required ? 'required' : null;
  switch (field.kind) {
    case 'text':
      if (typeof answer !== 'string') return 'not-text';
      return answer.length > field.maxLength ? 'too-long' : null;
    case 'number':
      return findNumberProblem(field, answer);
    case 'date':
      return findDateProblem(field, answer);
    case 'email':
      return isEmail(answer) ? null : 'not-an-email';
    case 'choice':
      return field.options.some(({ value }) => value === answer) ? null : 'not-an-option';
    case 'multiple-choice':
      return findChoicesProblem(field, answer);
    case 'yes-no':
      return typeof answer === 'boolean' ? null : 'not-an-option';
    case 'money':
      return findMoneyProblem(field, answer);
    case 'phone':
      return findPhoneProblem(answer);
    case 'address':
      return findAddressProblem(answer);
    case 'file':
      return findFilesProblem(field, answer);
  }
}

function findNumberProblem(field: Extract<FormField, { kind: 'number' }>, answer: Answer): AnswerProblem | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'not-a-number';
  if (Number(answer.toFixed(field.decimals)) !== answer) return 'too-many-decimals';
  if (field.minimum !== null && answer < field.minimum) return 'too-small';
  return field.maximum !== null && answer > field.maximum ? 'too-large' : null;
}

/** Note: ISO dates of four-digit years compare as text. */
function findDateProblem(field: Extract<FormField, { kind: 'date' }>, answer: Answer): AnswerProblem | null {
  if (typeof answer !== 'string' || !dateSchema.safeParse(answer).success) return 'not-a-date';
  if (field.earliest !== null && answer < field.earliest) return 'too-early';
  return field.latest !== null && answer > field.latest ? 'too-late' : null;
}

const isEmail = (answer: Answer): boolean =>
  typeof answer === 'string' && answer.trim().length <= emailLength && emailPattern.test(answer.trim());

export const listFields = (step: WorkflowStep): readonly FormField[] => (step.kind === 'form' ? step.fields : []);

/** Everything wrong with one step's answers, in the order the fields are asked. */
export const listStepProblems = (
  step: WorkflowStep,
  answers: Answers,
): { field: FormField; problem: AnswerProblem }[] =>
  listFields(step).flatMap((field) => {
    const problem = findAnswerProblem(field, findAnswer(answers, field.id));
    return problem ? [{ field, problem }] : [];
  });
