import type { ComponentProps, ReactNode } from 'react';

import styles from '#ui/choice.module.css';
import { FieldError, FieldHint, FieldLabel, type FieldWords, useFieldControl } from '#ui/field.tsx';

type ChoiceProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'children'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  hint?: ReactNode;
};

/** One option of a `ChoiceGroup`: the whole row can be pressed. */
export const Choice = ({ type, label, hint, id, ...rest }: ChoiceProps) => {
  const control = useFieldControl({ label, hint }, id);
  return (
    <label className={styles['choice']}>
      <input aria-describedby={control['aria-describedby']} {...rest} id={control.id} type={type} />
      <span className={styles['words']}>
        <span>{label}</span>
        {/* Note: hidden from the label, or it would be read as part of the name and again as the description. */}
        <span aria-hidden>
          <FieldHint controlId={control.id}>{hint}</FieldHint>
        </span>
      </span>
    </label>
  );
};

/** A single yes or no: a box to tick. */
export const Checkbox = ({ error, ...rest }: Omit<ChoiceProps, 'type'> & { error?: ReactNode }) => {
  const control = useFieldControl({ label: rest.label, hint: rest.hint, error }, rest.id);
  return (
    <div className={styles['group']}>
      <Choice {...rest} {...control} type="checkbox" />
      <FieldError controlId={control.id}>{error}</FieldError>
    </div>
  );
};

type ChoiceGroupProps = FieldWords & {
  /** An error summary that links here focuses the first option. */
  id?: string;
  children: ReactNode;
};

/** A question with `Choice`s for answers. */
export const ChoiceGroup = ({ id, children, ...words }: ChoiceGroupProps) => {
  const control = useFieldControl(words, id);
  return (
    <fieldset id={control.id} className={styles['group']} aria-describedby={control['aria-describedby']}>
      <legend className={styles['legend']}>
        <FieldLabel {...words} />
      </legend>
      <FieldHint controlId={control.id}>{words.hint}</FieldHint>
      <FieldError controlId={control.id}>{words.error}</FieldError>
      <div className={styles['choices']}>{children}</div>
    </fieldset>
  );
};
