import { settingNames } from '#contract/settings.ts';
import type { Inspection } from '#contract/qa.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { SettingRow } from '#hosts/browser/panel/policy/setting-row.tsx';
import { settingTable } from '#hosts/browser/panel/policy/setting-table.ts';

const groups = [
  ...Map.groupBy(
    Object.keys(settingTable).flatMap((key) => settingNames.filter((name) => name === key)),
    (name) => settingTable[name].group,
  ),
];

/** Every setting: what it comes to and where that comes from, what else is said, and changing it at any level. */
export const PolicySection = ({ inspection }: { inspection: Inspection }) => (
  <div className={styles['section']}>
    <p className={styles['muted']}>
      The narrowest level that says something wins. What you change applies from the next entry: press “Enter anew”.
    </p>
    {groups.map(([group, names]) => (
      <section key={group} aria-label={group}>
        <h3 className={styles['group']}>{group}</h3>
        <div className={styles['card']}>
          {names.map((name) => (
            <SettingRow key={name} name={name} inspection={inspection} />
          ))}
        </div>
      </section>
    ))}
  </div>
);
