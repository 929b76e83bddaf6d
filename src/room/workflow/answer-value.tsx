import type { Answer, FormField } from '#contract/workflow.ts';
import { isAnswered } from '#domain/workflow-answers.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

/** An answer as the customer would say it. */
export const AnswerValue = ({ field, answer }: { field: FormField; answer: Answer | undefined }) => {
  const text = useText();
  const format = useFormat();
  if (!isAnswered(answer)) return text('workflow.review.no-answer');
  if (typeof answer === 'boolean') return text(answer ? 'workflow.yes' : 'workflow.no');
  if (typeof answer === 'number') return format.number(answer, toDigits(field, answer));
  if (field.kind === 'date') return format.date(answer);
  if (field.kind !== 'choice') return <bdi>{answer}</bdi>;
  return <bdi>{field.options.find(({ value }) => value === answer)?.label ?? answer}</bdi>;
};

/** "1,250.50" where hundredths are asked for, "1,250" where there are none. */
const toDigits = (field: FormField, answer: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: field.kind === 'number' && !Number.isInteger(answer) ? field.decimals : 0,
  maximumFractionDigits: 6,
});
