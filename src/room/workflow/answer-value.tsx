import type { Answer, FormField } from '#contract/workflow.ts';
import { isAnswered } from '#domain/workflow-answers.ts';
import { isAddress, toLabel } from '#domain/answer-kinds.ts';
import { toAddressLines } from '#lib/i18n/address-lines.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useAnswerFiles } from '#room/workflow/answer-files.ts';
import styles from '#room/workflow/answer-value.module.css';

/** An answer as the customer would say it. */
export const AnswerValue = ({ field, answer }: { field: FormField; answer: Answer | undefined }) => {
  const text = useText();
  const format = useFormat();
  const { locale } = useI18n().state.speech;
  const { items } = useAnswerFiles();
  if (!isAnswered(answer)) return text('workflow.review.no-answer');
  if (typeof answer === 'boolean') return text(answer ? 'workflow.yes' : 'workflow.no');
  if (Array.isArray(answer) && field.kind === 'file') {
    const { files } = items.find(({ id }) => id === field.id) ?? { files: [] };
    return <bdi>{format.list(files.map(({ name }) => name))}</bdi>;
  }
  if (Array.isArray(answer)) return <bdi>{format.list(answer.map((value) => toLabel(field, value)))}</bdi>;
  if (isAddress(answer)) return <AddressLines lines={toAddressLines(answer, locale)} />;
  if (typeof answer === 'number' && field.kind === 'money')
    return format.money({ minorUnits: answer, currency: field.currency });
  if (typeof answer === 'number') return format.number(answer, toDigits(field, answer));
  if (field.kind === 'date') return format.date(answer);
  if (field.kind === 'phone') return <bdi dir="ltr">{answer}</bdi>;
  return <bdi>{toLabel(field, answer)}</bdi>;
};

const AddressLines = ({ lines }: { lines: readonly string[] }) => (
  <address className={styles['address']}>
    {lines.map((line, place) => (
      // Note: two lines may be the same, and none ever moves.
      <bdi key={`${place} ${line}`}>{line}</bdi>
    ))}
  </address>
);

/** "1,250.50" where hundredths are asked for, "1,250" where there are none. */
const toDigits = (field: FormField, answer: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: field.kind === 'number' && !Number.isInteger(answer) ? field.decimals : 0,
  maximumFractionDigits: 6,
});
