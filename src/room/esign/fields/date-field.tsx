import type { EsignField } from '#contract/esign.ts';
import { dateSchema } from '#contract/scalars.ts';
import { useEsign } from '#room/esign/esign-context.tsx';
import { toControlId } from '#room/esign/fields/field-id.ts';
import styles from '#room/esign/fields/field.module.css';

type DateFieldProps = { field: Extract<EsignField, { kind: 'date' }>; date: string };

export const DateField = ({ field, date }: DateFieldProps) => {
  const { draft } = useEsign();
  return (
    <label className={styles['reach']}>
      <input
        id={toControlId(field.id)}
        className={styles['input']}
        type="date"
        aria-label={field.label}
        required={field.required}
        value={date}
        data-state={date ? 'done' : 'open'}
        data-required={field.required}
        onChange={({ target }) => {
          const parsed = dateSchema.safeParse(target.value);
          draft.setValue(field.id, parsed.success ? { kind: 'date', date: parsed.data } : null);
        }}
      />
      <span className={styles['tip']} dir="auto" aria-hidden>
        {field.label}
      </span>
    </label>
  );
};
