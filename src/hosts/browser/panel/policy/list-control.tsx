import * as z from 'zod/mini';

import { PanelSelect } from '#hosts/browser/panel/panel-select.tsx';
import type { ControlProps } from '#hosts/browser/panel/policy/control-props.ts';
import styles from '#hosts/browser/panel/policy/policy.module.css';
import type { TypedEditor } from '#hosts/browser/panel/policy/setting-table.ts';
import { TypedControl } from '#hosts/browser/panel/policy/typed-control.tsx';

const listSchema = z.array(z.string());
const inherit = 'Inherit';
const list = 'A list of its own';

const lines: TypedEditor = {
  kind: 'typed',
  input: 'lines',
  example: 'one a line',
  toText: (value) => listSchema.parse(value).join('\n'),
  parse: (text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
};

/** Three states: inherit, nothing at all, or some lines. */
export const ListControl = ({ label, value, onSave }: ControlProps) => (
  <div className={styles['stacked']}>
    <PanelSelect
      label={label}
      value={value === undefined ? inherit : list}
      options={[inherit, list]}
      onChange={(chosen) => onSave(chosen === list ? [] : undefined)}
    />
    {value !== undefined && (
      <TypedControl label={`${label}, one a line`} value={value} editor={lines} onSave={(next) => onSave(next ?? [])} />
    )}
  </div>
);
