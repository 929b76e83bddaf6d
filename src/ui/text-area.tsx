import { type ChangeEvent, type ComponentProps, useState } from 'react';

import { Text } from '#lib/i18n/text.tsx';
import controlStyles from '#ui/control.module.css';
import { Field, type FieldWords } from '#ui/field.tsx';
import styles from '#ui/text-area.module.css';

type TextAreaProps = FieldWords &
  Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'children' | 'maxLength'> & {
    /** Characters. More can be typed, and is counted, so that nothing pasted is cut off unseen. */
    limit?: number;
  };

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** Shown only when the end comes near. */
const CharactersLeft = ({ length, limit }: { length: number; limit: number }) => {
  const left = limit - length;
  if (left > limit / 5) return null;
  return (
    <output className={styles['left']} data-over={left < 0 || undefined}>
      <Text id={left < 0 ? 'ui.characters-over' : 'ui.characters-left'} values={{ count: Math.abs(left) }} />
    </output>
  );
};

/** Several lines; grows with what is written. */
export const TextArea = ({ label, hint, error, optional = false, id, limit, onChange, ...rest }: TextAreaProps) => {
  const [typed, setTyped] = useState(lengthOf(rest.defaultValue));
  const count = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value.length);
    onChange?.(event);
  };
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(control) => (
        <>
          <textarea {...rest} {...control} className={controlStyles['control']} onChange={count} />
          {limit !== undefined && (
            <CharactersLeft length={rest.value === undefined ? typed : lengthOf(rest.value)} limit={limit} />
          )}
        </>
      )}
    </Field>
  );
};
