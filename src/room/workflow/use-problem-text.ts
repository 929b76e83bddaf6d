import type { Answer, FormField } from '#contract/workflow.ts';
import type { AnswerProblem } from '#domain/workflow-answers.ts';
import type { TextValues } from '#lib/i18n/format-message.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import type { FieldProblem } from '#room/workflow/field-words.tsx';

const requiredText: Readonly<Record<FormField['kind'], TextId>> = {
  text: 'workflow.problem.required-text',
  number: 'workflow.problem.required-number',
  date: 'workflow.problem.required-date',
  email: 'workflow.problem.required-email',
  choice: 'workflow.problem.required-choice',
  'multiple-choice': 'workflow.problem.required-choices',
  'yes-no': 'workflow.problem.required-choice',
  money: 'workflow.problem.required-money',
  phone: 'workflow.problem.required-phone',
  address: 'workflow.problem.required-address',
  file: 'workflow.problem.required-file',
};

/** What is wrong with an answer and how to put it right, in the customer's language. */
export function useProblemText(): (
  field: FormField,
  problem: FieldProblem['problem'],
  answer: Answer | undefined,
) => string {
  const text = useText();
  const format = useFormat();

  const describe = (field: FormField): TextValues => {
    switch (field.kind) {
      case 'number':
        return { example: format.number(pickExample(field), { minimumFractionDigits: field.decimals }) };
      case 'text':
        return { limit: field.maxLength };
      case 'date':
      case 'email':
      case 'choice':
      case 'multiple-choice':
      case 'yes-no':
      case 'phone':
      case 'address':
      case 'file':
        return {};
      case 'money':
        return { example: format.money({ minorUnits: pickAmount(field), currency: field.currency }) };
    }
  };
  const limitOf = (field: FormField, problem: AnswerProblem): TextValues => {
    if (problem === 'too-many-decimals' && field.kind === 'number') return { limit: field.decimals };
    const limit = findLimit(field, problem);
    if (limit === null) return {};
    if (typeof limit === 'string') return { limit: format.date(limit) };
    if (field.kind === 'money') return { limit: format.money({ minorUnits: limit, currency: field.currency }) };
    const isCount = field.kind === 'multiple-choice' || field.kind === 'file';
    return { limit: isCount ? limit : format.number(limit, precise) };
  };

  return (field, problem, answer) => {
    if (typeof problem === 'object') return text(`files.problem.${problem.kind}`, { name: problem.name });
    const id = toTextId(field, problem);
    const length = typeof answer === 'string' ? answer.length : 0;
    return text(id, { ...describe(field), ...limitOf(field, problem), length });
  };
}

function toTextId({ kind }: FormField, problem: AnswerProblem): TextId {
  if (problem === 'required') return requiredText[kind];
  const isOfFiles = kind === 'file' && (problem === 'too-few' || problem === 'too-many');
  return isOfFiles ? `workflow.problem.${problem}-files` : `workflow.problem.${problem}`;
}

const precise = { maximumFractionDigits: 6 };

function findLimit(field: FormField, problem: AnswerProblem): number | string | null {
  if ('minimum' in field && (problem === 'too-small' || problem === 'too-few')) return field.minimum;
  if ('maximum' in field && (problem === 'too-large' || problem === 'too-many')) return field.maximum;
  if (field.kind === 'file' && problem === 'too-few') return field.minFiles;
  if (field.kind === 'file' && problem === 'too-many') return field.maxFiles;
  if (field.kind === 'date' && problem === 'too-early') return field.earliest;
  if (field.kind === 'date' && problem === 'too-late') return field.latest;
  return null;
}

/** A number this field would take, with a fraction where it may have one. */
const pickExample = ({ minimum, maximum, decimals }: Extract<FormField, { kind: 'number' }>): number =>
  Math.max(minimum ?? -Infinity, Math.min(maximum ?? Infinity, decimals === 0 ? 12 : 12.5));

const pickAmount = ({ minimum, maximum }: Extract<FormField, { kind: 'money' }>): number =>
  Math.max(minimum ?? 0, Math.min(maximum ?? Infinity, 125_050));
