import * as z from 'zod/mini';

import { daysSchema, endAccessLevelSchema } from '#contract/settings.ts';
import { PanelSelect } from '#hosts/browser/panel/panel-select.tsx';
import type { ControlProps } from '#hosts/browser/panel/policy/control-props.ts';
import styles from '#hosts/browser/panel/policy/policy.module.css';
import type { TypedEditor } from '#hosts/browser/panel/policy/setting-table.ts';
import { TypedControl } from '#hosts/browser/panel/policy/typed-control.tsx';

const endAccessSchema = z.object({ level: endAccessLevelSchema, days: z.optional(daysSchema) });
const inherit = 'Inherit';
const days: TypedEditor = { kind: 'typed', input: 'number', example: 'no limit', toText: String, parse: Number };

/** What remains, and for how many days where the level knows of days. */
export const EndAccessControl = ({ label, value, onSave }: ControlProps) => {
  const current = endAccessSchema.safeParse(value).data;
  const knowsDays = current?.level === 'full-until' || current?.level === 'limited';
  return (
    <div className={styles['stacked']}>
      <PanelSelect
        label={label}
        value={current?.level ?? inherit}
        options={[inherit, ...endAccessLevelSchema.options]}
        onChange={(chosen) => onSave(chosen === inherit ? undefined : { level: chosen })}
      />
      {knowsDays && (
        <TypedControl
          label={`${label}, days`}
          value={current.days}
          editor={days}
          onSave={(next) => onSave({ level: current.level, ...(next !== undefined && { days: next }) })}
        />
      )}
    </div>
  );
};
