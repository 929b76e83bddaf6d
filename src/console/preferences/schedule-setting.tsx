import type * as z from 'zod/mini';

import { remindersSchema, weekdaySchema } from '#contract/settings.ts';
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
import { Checkbox, ChoiceGroup } from '#ui/choice.tsx';
import { FieldRow } from '#ui/field-row.tsx';
import { SelectField } from '#ui/select-field.tsx';

type Schedule = z.infer<typeof remindersSchema>;

const hours = Array.from({ length: 25 }, (_, hour) => hour);
const repetitions = Array.from({ length: 30 }, (_, before) => before + 1);
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Whether, and when: weekdays, hours, the zone they are in, how often. */
export const ScheduleSetting = () => {
  const { own, inForce } = useSetting('reminders.schedule');
  const { draft, type, drop } = useDraft<Schedule>(own);
  const saving = useSaveSettings(drop);
  const text = useText();
  const schedule = draft?.content ?? remindersSchema.parse(inForce.value);
  const isDaysMissing = schedule.weekdays.length === 0;
  const areHoursTurned = schedule.fromHour >= schedule.toHour;
  return (
    <div className={styles['message']}>
      <ToggleSetting name="reminders.on" />
      <div className={styles['setting']}>
        <ScheduleFields
          schedule={schedule}
          change={(changes) => type({ ...schedule, ...changes })}
          daysFault={isDaysMissing && text('console-preferences.weekdays-fault')}
          hoursFault={areHoursTurned && text('console-preferences.hours-fault')}
        />
        {(draft ?? own) !== null && (
          <div className={styles['actions']}>
            {draft && (
              <Button
                busy={saving.isPending}
                onClick={() => {
                  if (!isDaysMissing && !areHoursTurned)
                    saving.save({ setting: 'reminders.schedule', from: draft.from, to: draft.content });
                }}
              >
                <Text id="console-preferences.done" />
              </Button>
            )}
            <Button
              variant="quiet"
              onClick={() =>
                draft ? saving.giveWay() : saving.save({ setting: 'reminders.schedule', from: own, to: null })
              }
            >
              <Text id={draft ? 'console-preferences.cancel' : 'console-preferences.inherit'} />
            </Button>
          </div>
        )}
        <InForceLine name="reminders.schedule" />
        <SaveOutcome saving={saving} />
      </div>
    </div>
  );
};

type ScheduleFieldsProps = {
  schedule: Schedule;
  change: (changes: Partial<Schedule>) => void;
  daysFault: string | false;
  hoursFault: string | false;
};

const ScheduleFields = ({ schedule, change, daysFault, hoursFault }: ScheduleFieldsProps) => {
  const text = useText();
  const { weekdays, fromHour, toHour, timeZone } = schedule;
  const toggle = (day: (typeof weekdays)[number]) =>
    change({
      weekdays: weekdaySchema.options.filter((one) => (one === day) !== weekdays.includes(one)),
    });
  return (
    <>
      <ChoiceGroup label={text(settingTable['reminders.schedule'].label)} error={daysFault}>
        <div className={styles['weekdays']}>
          {weekdaySchema.options.map((day) => (
            <Checkbox
              key={day}
              label={text(`console-preferences.${day}`)}
              checked={weekdays.includes(day)}
              onChange={() => toggle(day)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <FieldRow>
        <NumberSelect
          label={text('console-preferences.from-hour')}
          value={fromHour}
          values={hours.slice(0, 24)}
          error={hoursFault}
          onPick={(hour) => change({ fromHour: hour })}
        />
        <NumberSelect
          label={text('console-preferences.to-hour')}
          value={toHour}
          values={hours.slice(1)}
          onPick={(hour) => change({ toHour: hour })}
        />
        <SelectField
          label={text('console-preferences.time-zone')}
          value={timeZone}
          onChange={({ target }) => change({ timeZone: target.value })}
        >
          {[...new Set([timeZone, ...zones])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <NumberSelect
          label={text('console-preferences.repetitions')}
          value={schedule.repetitions}
          values={repetitions}
          onPick={(count) => change({ repetitions: count })}
        />
      </FieldRow>
    </>
  );
};

type NumberSelectProps = {
  label: string;
  value: number;
  values: readonly number[];
  error?: string | false;
  onPick: (value: number) => void;
};

const NumberSelect = ({ label, value, values, error, onPick }: NumberSelectProps) => (
  <SelectField label={label} value={value} error={error} onChange={({ target }) => onPick(Number(target.value))}>
    {values.map((one) => (
      <option key={one}>{one}</option>
    ))}
  </SelectField>
);
