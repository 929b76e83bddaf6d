import type { ComponentProps } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';

import styles from '#ui/control.module.css';
import { Field, type FieldWords } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';

type SelectFieldProps = FieldWords & Omit<ComponentProps<'select'>, 'className' | 'style'>;

/** For many options; up to about seven are easier as a `ChoiceGroup`. */
export const SelectField = ({ label, hint, error, optional = false, id, children, ...rest }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error} optional={optional} id={id}>
    {(control) => (
      <span className={styles['select']}>
        <select {...rest} {...control} className={styles['control']}>
          {children}
        </select>
        <Icon icon={ChevronDown} />
      </span>
    )}
  </Field>
);
