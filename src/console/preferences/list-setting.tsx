import * as z from 'zod/mini';

import type { SettingValue } from '#contract/preferences.ts';
import type { SettingName } from '#contract/settings.ts';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { ThreeState } from '#console/preferences/three-state.tsx';
import { useDraft } from '#console/preferences/use-draft.ts';
import { type Saving, useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/text-area.tsx';

const listSchema = z.array(z.string());
const toContent = (value: SettingValue) => (listSchema.safeParse(value).data ?? []).join('\n');
const toLines = (content: string) =>
  content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type ListSettingProps = { name: SettingName; linesLabel: string; fault: (line: string) => string };

/** Inherit, nothing at all, or lines of its own. */
export const ListSetting = ({ name, linesLabel, fault }: ListSettingProps) => {
  const text = useText();
  const { own } = useSetting(name);
  const { draft, type, drop } = useDraft<string>(own);
  const saving = useSaveSettings(drop);
  const { label, hint } = settingTable[name];
  const isOwn = draft !== null || own !== null;

  const inherit = () => {
    drop();
    if (own !== null) saving.save({ setting: name, from: own, to: null });
  };
  return (
    <div className={styles['setting']}>
      <ThreeState
        label={text(label)}
        hint={hint && text(hint)}
        options={[
          { value: false, label: text('console-preferences.inherit') },
          { value: true, label: text('console-preferences.own-list') },
        ]}
        isChosen={(value) => value === isOwn}
        onChoose={(value) => (value ? type('') : inherit())}
      />
      {isOwn && (
        <TextArea
          label={linesLabel}
          rows={3}
          value={draft?.content ?? toContent(own)}
          error={findFault(saving, fault)}
          onChange={({ target }) => type(target.value)}
        />
      )}
      {draft && (
        <div>
          <Button
            busy={saving.isPending}
            onClick={() => saving.save({ setting: name, from: draft.from, to: toLines(draft.content) })}
          >
            <Text id="console-preferences.done" />
          </Button>
        </div>
      )}
      <InForceLine name={name} />
      <SaveOutcome saving={saving} />
    </div>
  );
};

/** The backend says which line it is; people read the line itself. */
function findFault({ faults, changes }: Saving, fault: ListSettingProps['fault']) {
  const path = faults[0]?.path;
  if (path === undefined) return undefined;
  return fault(listSchema.safeParse(changes[0]?.to).data?.[Number(path.split('.').at(-1))] ?? '');
}
