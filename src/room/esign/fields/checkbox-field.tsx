import type { EsignField } from '#contract/esign.ts';
import { useEsign } from '#room/esign/esign-context.tsx';
import { toControlId } from '#room/esign/fields/field-id.ts';
import styles from '#room/esign/fields/field.module.css';

type CheckboxFieldProps = { field: Extract<EsignField, { kind: 'checkbox' }>; checked: boolean };

export const CheckboxField = ({ field, checked }: CheckboxFieldProps) => {
  const { draft } = useEsign();
  return (
    <label className={styles['reach']}>
      <input
        id={toControlId(field.id)}
        className={styles['check']}
        type="checkbox"
        aria-label={field.label}
        required={field.required}
        checked={checked}
        data-state={checked ? 'done' : 'open'}
        data-required={field.required}
        onChange={({ target }) => {
          draft.setValue(field.id, { kind: 'checkbox', checked: target.checked });
        }}
      />
    </label>
  );
};
