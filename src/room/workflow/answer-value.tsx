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
  if (typeof answer === 'number') return format.number(answer, { maximumFractionDigits: 6 });
  if (field.kind === 'date') return format.date(answer);
  if (field.kind !== 'choice') return <bdi>{answer}</bdi>;
  return field.options.find(({ value }) => value === answer)?.label ?? answer;
};
