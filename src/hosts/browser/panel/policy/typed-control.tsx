import { type SubmitEvent, useState } from 'react';

import type { ControlProps } from '#hosts/browser/panel/policy/control-props.ts';
import styles from '#hosts/browser/panel/policy/policy.module.css';
import type { TypedEditor } from '#hosts/browser/panel/policy/setting-table.ts';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';

type TypedControlProps = ControlProps & { editor: TypedEditor };

/** Something to type; nothing typed inherits. Saved by its own button, so that no half a word becomes policy. */
export const TypedControl = ({ label, value, onSave, editor }: TypedControlProps) => {
  const saved = value === undefined ? '' : editor.toText(value);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const isChanged = draft !== null && draft !== saved;

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isChanged) return;
    try {
      onSave(draft.trim() === '' ? undefined : editor.parse(draft));
      setProblem(null);
      setDraft(null);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const control = {
    'aria-label': label,
    className: styles['input'],
    placeholder: editor.example === undefined ? 'Inherit' : `Inherit (${editor.example})`,
    value: draft ?? saved,
    onChange: ({ target }: { target: { value: string } }) => setDraft(target.value),
  };
  return (
    <form className={styles['typed']} onSubmit={save}>
      {editor.input === 'lines' ? (
        <textarea {...control} rows={2} />
      ) : (
        <input {...control} type={editor.input === 'number' ? 'number' : 'text'} />
      )}
      {isChanged && (
        <Button type="submit" variant="secondary">
          Save
        </Button>
      )}
      <Problem error={problem} />
    </form>
  );
};
