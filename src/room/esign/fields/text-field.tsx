import type { EsignField } from '#contract/esign.ts';
import { toControlId } from '#room/esign/fields/field-id.ts';
import { useEsign } from '#room/esign/esign-context.tsx';
import type { PageSize } from '#lib/pdf/open-document.ts';
import styles from '#room/esign/fields/field.module.css';

type TextFieldProps = { field: Extract<EsignField, { kind: 'text' }>; text: string; box: PageSize };

/** Boxes higher than this many points hold several lines. */
const twoLines = 40;

/** Note: an emptied field keeps its empty text, or its prefill would come back while one types. */
export const TextField = ({ field, text, box }: TextFieldProps) => {
  const { draft } = useEsign();
  const control = {
    id: toControlId(field.id),
    className: styles['input'],
    'aria-label': field.label,
    required: field.required,
    maxLength: field.maxLength,
    value: text,
    'data-state': /\S/.test(text) ? 'done' : 'open',
    'data-required': field.required,
    onChange: ({ target }: { target: { value: string } }) => {
      draft.setValue(field.id, { kind: 'text', text: target.value });
    },
  };
  return (
    <label className={styles['reach']}>
      {box.height > twoLines ? <textarea {...control} /> : <input {...control} type="text" enterKeyHint="done" />}
      <span className={styles['tip']} dir="auto" aria-hidden>
        {field.label}
      </span>
    </label>
  );
};
