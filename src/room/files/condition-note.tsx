import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/files/row.module.css';
import type { PdfCondition } from '#room/files/inspect-pdf.ts';

/** What is wrong with a file that is taken all the same, and what would be better. */
export const ConditionNote = ({ condition }: { condition: PdfCondition }) => {
  if (condition === 'fine') return undefined;
  return (
    <p className={styles['condition']}>
      <Text id={`files.condition.${condition}`} />
    </p>
  );
};
