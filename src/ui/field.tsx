import { type ReactNode, useId } from 'react';
import CircleAlert from 'lucide-react/icons/circle-alert';

import { Text } from '#lib/i18n/text.tsx';
import styles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';

/** What every field says about itself; the same for one control and for a group. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right; absent while nothing is. */
  error?: ReactNode;
  /** Says so beside the label. Most fields are required, so those that are not are marked. */
  optional?: boolean;
};

/** Spread onto the control: its id, and what it is described by. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

const isShown = (words: ReactNode): boolean => words !== undefined && words !== null && words !== '' && words !== false;

/** Ties hint and error to the control that has this id. */
export const useFieldControl = ({ hint, error }: FieldWords, id: string | undefined): FieldControl => {
  const generated = useId();
  const controlId = id ?? generated;
  const describedBy = [isShown(hint) && `${controlId}-hint`, isShown(error) && `${controlId}-error`].filter(
    (part) => part !== false,
  );
  return {
    id: controlId,
    'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
    'aria-invalid': isShown(error) || undefined,
  };
};

export const FieldHint = ({ controlId, children }: { controlId: string; children: ReactNode }) =>
  isShown(children) && (
    <div id={`${controlId}-hint`} className={styles['hint']}>
      {children}
    </div>
  );

export const FieldError = ({ controlId, children }: { controlId: string; children: ReactNode }) =>
  isShown(children) && (
    <p id={`${controlId}-error`} className={styles['error']}>
      <Icon icon={CircleAlert} size={16} />
      <span>{children}</span>
    </p>
  );

export const FieldLabel = ({ label, optional = false }: FieldWords) => (
  <>
    {label}
    {optional && (
      <span className={styles['optional']}>
        {' '}
        <Text id="ui.optional" />
      </span>
    )}
  </>
);

type FieldProps = FieldWords & {
  /** Given where an error summary links to the control. */
  id?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint, error, control, in the order they are read. */
export const Field = ({ id, children, ...words }: FieldProps) => {
  const control = useFieldControl(words, id);
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={control.id}>
        <FieldLabel {...words} />
      </label>
      <FieldHint controlId={control.id}>{words.hint}</FieldHint>
      <FieldError controlId={control.id}>{words.error}</FieldError>
      {children(control)}
    </div>
  );
};
