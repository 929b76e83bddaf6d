import { useId } from 'react';

import styles from '#console/preferences/preferences.module.css';
import { FieldError, FieldHint, type FieldWords, useFieldControl } from '#ui/field.tsx';

export type StateOption<Value> = { value: Value; label: string };

type ThreeStateProps<Value> = FieldWords & {
  options: readonly StateOption<Value>[];
  /** The option that is pressed; by what it says, so that values may be lists. */
  isChosen: (value: Value) => boolean;
  onChoose: (value: Value) => void;
};

/** A few states side by side, each a button: what is pressed is saved, so arrow keys must not press on the way. */
export const ThreeState = <Value,>({ options, isChosen, onChoose, ...words }: ThreeStateProps<Value>) => {
  const labelId = useId();
  const control = useFieldControl(words, undefined);
  return (
    <fieldset className={styles['state']} aria-labelledby={labelId} aria-describedby={control['aria-describedby']}>
      <legend id={labelId} className={styles['label']}>
        {words.label}
      </legend>
      <FieldHint controlId={control.id}>{words.hint}</FieldHint>
      <FieldError controlId={control.id}>{words.error}</FieldError>
      <div className={styles['segments']}>
        {options.map(({ value, label }) => (
          <button
            key={label}
            type="button"
            className={styles['segment']}
            aria-pressed={isChosen(value)}
            onClick={() => !isChosen(value) && onChoose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
};
