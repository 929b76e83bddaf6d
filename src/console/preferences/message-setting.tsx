import type { ReactNode } from 'react';

import { limits } from '#contract/limits.ts';
import type { SettingChange } from '#contract/preferences.ts';
import { ToggleSetting } from '#console/preferences/choice-setting.tsx';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { useDraft } from '#console/preferences/use-draft.ts';
import { useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/text-area.tsx';

type MessageSettingProps = {
  name: 'inactiveAgentMessage' | 'cookieDisclaimer' | 'consent';
  /** What customers read where there is no text at all; null: nothing is shown then. */
  fallback: string | null;
  /** What is saved together with another text. */
  alongside?: SettingChange;
  preview: (words: string) => ReactNode;
};

/** The toggle; then, while it is on, the text with what the customer will read, and Done. */
export const MessageSetting = ({ name, ...text }: MessageSettingProps) => {
  const { inForce } = useSetting(`${name}.on`);
  return (
    <div className={styles['message']}>
      <ToggleSetting name={`${name}.on`} />
      {inForce.value === true && <MessageText name={name} {...text} />}
    </div>
  );
};

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const MessageText = ({ name, fallback, alongside, preview }: MessageSettingProps) => {
  const text = useText();
  const setting = `${name}.text` as const;
  const { own, inForce } = useSetting(setting);
  const { draft, type, drop } = useDraft<string>(own);
  const saving = useSaveSettings(drop);
  const content = draft?.content ?? toText(own);
  // Note: what this level does not say itself may come from another; what is typed here takes its place.
  const inherited = draft?.content.trim() === '' && own !== null ? '' : toText(inForce.value);
  const words = content.trim() || inherited || fallback;

  const done = () => {
    if (!draft) return;
    const to = draft.content.trim() === '' ? null : draft.content;
    if (to === draft.from) drop();
    else saving.save({ setting, from: draft.from, to }, ...(alongside ? [alongside] : []));
  };
  return (
    <div className={styles['setting']}>
      <TextArea
        label={text(settingTable[setting].label)}
        hint={text('console-preferences.text-hint')}
        limit={limits.policyTextLength}
        rows={3}
        value={content}
        error={saving.faults.length > 0 && text('console-preferences.text-fault', { most: limits.policyTextLength })}
        onChange={({ target }) => type(target.value)}
      />
      <div className={styles['preview']}>
        <p className={styles['caption']}>
          <Text id="console-preferences.preview" />
        </p>
        {words === null ? (
          <p>
            <Text id="console-preferences.preview-nothing" />
          </p>
        ) : (
          preview(words)
        )}
      </div>
      {draft && (
        <div className={styles['actions']}>
          <Button variant="primary" busy={saving.isPending} onClick={done}>
            <Text id="console-preferences.done" />
          </Button>
          <Button variant="quiet" onClick={saving.giveWay}>
            <Text id="console-preferences.cancel" />
          </Button>
        </div>
      )}
      <InForceLine name={setting} />
      <SaveOutcome saving={saving} />
    </div>
  );
};
