import type { EsignField, FieldValue } from '#contract/esign.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useEsign } from '#room/esign/esign-context.tsx';
import styles from '#room/esign/fields/field.module.css';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

/** What the business filled in: to be read, as it will be stamped. */
export const ReadOnlyField = ({ field, value }: { field: EsignField; value: FieldValue | null }) => {
  const text = useText();
  const { company } = useEsign();
  if (value === null) return <span />;
  return (
    <div className={styles['read-only']}>
      <VisuallyHidden>{text('esign.field.read-only', { label: field.label, company })}</VisuallyHidden>
      <span>{toShown(value)}</span>
    </div>
  );
};

/** Dates as they are stamped: the same everywhere in the world. */
function toShown(value: FieldValue): string {
  switch (value.kind) {
    case 'applied':
      return '';
    case 'date':
      return value.date;
    case 'text':
      return value.text;
    case 'checkbox':
      return value.checked ? '✓' : '';
  }
}
