import type { ComponentProps } from 'react';

import styles from '#ui/control.module.css';
import { Field, type FieldWords } from '#ui/field.tsx';

type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'className' | 'style' | 'children'>;

/** One line. `type`, `inputMode` and `autoComplete` decide the phone's keyboard: give them. */
export const TextField = ({ label, hint, error, optional = false, id, type = 'text', ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error} optional={optional} id={id}>
    {(control) => <input {...rest} {...control} type={type} className={styles['control']} />}
  </Field>
);
