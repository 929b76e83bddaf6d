import type { EsignField } from '#contract/esign.ts';
import styles from '#console/shared/task/task.module.css';
import { Text } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';

type SelectedFieldProps = { field: EsignField; onChange: (field: EsignField) => void; onRemove: () => void };

/** What the customer reads beside the field, and whether they may leave it empty. */
export const SelectedField = ({ field, onChange, onRemove }: SelectedFieldProps) => (
  <div className={styles['selected']}>
    <TextField
      label={<Text id="console-task.field-label" />}
      dir="auto"
      maxLength={160}
      value={field.label}
      // Note: a field without a name could not be asked for; the last letter stays until there is another.
      onChange={({ target }) => target.value.trim() !== '' && onChange({ ...field, label: target.value })}
    />
    <Checkbox
      label={<Text id="console-task.field-required" />}
      checked={field.required}
      onChange={({ target }) => onChange({ ...field, required: target.checked })}
    />
    <Button onClick={onRemove}>
      <Text id="console-task.field-remove" />
    </Button>
  </div>
);
