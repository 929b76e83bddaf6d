import { useText } from '#lib/i18n/text.tsx';
import styles from '#room/esign/esign-editor.module.css';
import { reasonControlId } from '#room/esign/fields/field-id.ts';
import { SelectField } from '#ui/select-field.tsx';

type ReasonSelectProps = { reasons: readonly string[]; chosen: string | null; onChoose: (reason: string) => void };

/** Why the customer signs, where the business wants to know. */
export const ReasonSelect = ({ reasons, chosen, onChoose }: ReasonSelectProps) => {
  const text = useText();
  if (reasons.length === 0) return undefined;
  return (
    <div className={styles['reason']}>
      <SelectField
        id={reasonControlId}
        label={text('esign.reason')}
        required
        value={chosen ?? ''}
        onChange={({ target }) => {
          onChoose(target.value);
        }}
      >
        <option value="" disabled>
          {text('esign.reason-choose')}
        </option>
        {reasons.map((reason) => (
          <option key={reason} value={reason} dir="auto">
            {reason}
          </option>
        ))}
      </SelectField>
    </div>
  );
};
