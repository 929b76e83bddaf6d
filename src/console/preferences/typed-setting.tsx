import type { ReactNode, SubmitEvent } from 'react';

import type { SettingValue } from '#contract/preferences.ts';
import type { SettingName } from '#contract/settings.ts';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { useDraft } from '#console/preferences/use-draft.ts';
import { useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';

type TypedSettingProps = {
  name: SettingName;
  /** What to type, said when it was something else. */
  fault: string;
  input?: 'text' | 'number';
  /** Also while it is typed; null = inherited. */
  onDraft?: (text: string | null) => void;
  /** Beside the field: another way to fill it. */
  children?: (type: (text: string) => void) => ReactNode;
};

const toContent = (own: SettingValue): string =>
  typeof own === 'string' || typeof own === 'number' ? String(own) : '';

/** Note: what is no number goes as it is, and is refused by the backend; `Number` would make of it what nobody meant. */
const parse = (content: string, input: 'text' | 'number'): SettingValue => {
  const typed = content.trim();
  if (typed === '') return null;
  return input === 'number' && /^\d{1,15}$/.test(typed) ? Number(typed) : typed;
};

/** One line. Saved with Enter, or when it is left; empty inherits. */
export const TypedSetting = ({ name, fault, input = 'text', onDraft, children }: TypedSettingProps) => {
  const text = useText();
  const { own } = useSetting(name);
  const { draft, type, drop } = useDraft<string>(own);
  const saving = useSaveSettings(() => {
    drop();
    onDraft?.(null);
  });
  const { label, hint } = settingTable[name];

  const change = (content: string) => {
    type(content);
    onDraft?.(content);
  };
  const save = () => {
    if (!draft || saving.isOvertaken) return;
    const to = parse(draft.content, input);
    if (to === draft.from) drop();
    else saving.save({ setting: name, from: draft.from, to });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save();
  };

  return (
    <form className={styles['setting']} onSubmit={submit} onBlur={save} noValidate>
      <div className={styles['typed']}>
        <TextField
          label={text(label)}
          hint={hint && text(hint)}
          error={saving.faults.length > 0 && fault}
          placeholder={text('console-preferences.inherit')}
          inputMode={input === 'number' ? 'numeric' : 'text'}
          autoComplete="off"
          value={draft?.content ?? toContent(own)}
          onChange={({ target }) => change(target.value)}
        />
        {children?.(change)}
        {own !== null && draft === null && (
          <Button variant="quiet" onClick={() => saving.save({ setting: name, from: own, to: null })}>
            {text('console-preferences.inherit')}
          </Button>
        )}
      </div>
      <InForceLine name={name} />
      <SaveOutcome saving={saving} />
    </form>
  );
};
