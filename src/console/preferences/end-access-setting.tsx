import * as z from 'zod/mini';

import { daysBounds, endAccessLevelSchema } from '#contract/settings.ts';
import { InForceLine } from '#console/preferences/in-force.tsx';
import { useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { SaveOutcome } from '#console/preferences/save-outcome.tsx';
import { settingTable } from '#console/preferences/setting-table.ts';
import { useDraft } from '#console/preferences/use-draft.ts';
import { useSaveSettings } from '#console/preferences/use-save-settings.ts';
import { endAccessWords } from '#console/preferences/value-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

const contentSchema = z.object({ level: endAccessLevelSchema, days: z.optional(z.number()) });
const inherit = 'inherit';

type Content = { level: string; days: string };

const toContent = (own: unknown): Content => {
  const { level = inherit, days } = contentSchema.safeParse(own).data ?? {};
  return { level, days: days === undefined ? '' : String(days) };
};

function toValue({ level, days }: Content) {
  if (level === inherit) return null;
  const typed = days.trim();
  if (!knowsDays(level) || typed === '') return { level };
  // Note: what is no number is for the backend to refuse.
  return { level, days: /^\d{1,15}$/.test(typed) ? Number(typed) : typed };
}

const knowsDays = (level: string) => level === 'full-until' || level === 'limited';

/** What remains after the end, and for how many days where the level knows of days. */
export const EndAccessSetting = () => {
  const text = useText();
  const { own } = useSetting('endAccess');
  const { draft, type, drop } = useDraft<Content>(own);
  const saving = useSaveSettings(drop);
  const content = draft?.content ?? toContent(own);
  const { label, hint } = settingTable.endAccess;
  return (
    <div className={styles['setting']}>
      <SelectField
        label={text(label)}
        hint={hint && text(hint)}
        value={content.level}
        onChange={({ target }) => type({ ...content, level: target.value })}
      >
        <option value={inherit}>{text('console-preferences.inherit')}</option>
        {endAccessLevelSchema.options.map((level) => (
          <option key={level} value={level}>
            {text(endAccessWords[level])}
          </option>
        ))}
      </SelectField>
      {knowsDays(content.level) && (
        <TextField
          label={text('console-preferences.end-access-days')}
          hint={text('console-preferences.end-access-days-hint')}
          inputMode="numeric"
          autoComplete="off"
          value={content.days}
          error={saving.faults.length > 0 && text('console-preferences.days-fault', daysBounds)}
          onChange={({ target }) => type({ ...content, days: target.value })}
        />
      )}
      {draft && (
        <div className={styles['actions']}>
          <Button
            busy={saving.isPending}
            onClick={() => saving.save({ setting: 'endAccess', from: draft.from, to: toValue(draft.content) })}
          >
            <Text id="console-preferences.done" />
          </Button>
          <Button variant="quiet" onClick={saving.giveWay}>
            <Text id="console-preferences.cancel" />
          </Button>
        </div>
      )}
      <InForceLine name="endAccess" />
      <SaveOutcome saving={saving} />
    </div>
  );
};
