import type { SettingValue } from '#contract/preferences.ts';
import type { SettingName } from '#contract/settings.ts';
import { isSameSetting } from '#domain/change-settings.ts';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { ThreeState } from '#console/preferences/three-state.tsx';
import { useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { useValueWords } from '#console/preferences/value-words.ts';
import { useText } from '#lib/i18n/text.tsx';

type ChoiceSettingProps = { name: SettingName; values: readonly SettingValue[] };

/** Inherit, or one of a few values. Saved as it is pressed. */
export const ChoiceSetting = ({ name, values }: ChoiceSettingProps) => {
  const text = useText();
  const words = useValueWords();
  const { own } = useSetting(name);
  const saving = useSaveSettings();
  const pressed = saving.isPending ? (saving.changes[0]?.to ?? null) : own;
  const { label, hint } = settingTable[name];
  return (
    <div className={styles['setting']}>
      <ThreeState
        label={text(label)}
        hint={hint && text(hint)}
        options={[null, ...values].map((value) => ({
          value,
          label: value === null ? text('console-preferences.inherit') : words(name, value),
        }))}
        isChosen={(value) => isSameSetting(value, pressed)}
        onChoose={(to) => saving.save({ setting: name, from: own, to })}
      />
      <InForceLine name={name} />
      <SaveOutcome saving={saving} />
    </div>
  );
};

export const ToggleSetting = ({ name }: { name: SettingName }) => <ChoiceSetting name={name} values={[true, false]} />;
