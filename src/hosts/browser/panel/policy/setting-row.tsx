import ChevronDown from 'lucide-react/icons/chevron-down';

import type { Origin } from '#contract/policy.ts';
import type { Inspection } from '#contract/qa.ts';
import type { SettingName } from '#contract/settings.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import type { Level } from '#hosts/browser/panel/panel-tools.ts';
import { LevelControl } from '#hosts/browser/panel/policy/level-control.tsx';
import styles from '#hosts/browser/panel/policy/policy.module.css';
import { readSetting, writeSetting } from '#hosts/browser/panel/policy/setting-path.ts';
import { settingTable } from '#hosts/browser/panel/policy/setting-table.ts';
import { toWords } from '#hosts/browser/panel/policy/value-words.ts';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Icon } from '#ui/icon.tsx';

type SettingRowProps = { name: SettingName; inspection: Inspection };

const levels = ['session', 'team', 'system'] as const satisfies readonly Level[];

const tones: Readonly<Record<Origin, Tone>> = {
  session: 'success',
  team: 'info',
  system: 'warning',
  default: 'neutral',
};

export const SettingRow = ({ name, inspection }: SettingRowProps) => {
  const { label } = settingTable[name];
  const candidates = inspection.policy.find((setting) => setting.name === name)?.candidates ?? [];
  const [winner] = candidates;
  if (!winner) return null;
  return (
    <details className={styles['setting']}>
      <summary className={styles['summary']}>
        <span className={styles['name']}>{label}</span>
        <span className={styles['value']}>
          <Value value={winner.value} />
        </span>
        <Badge tone={tones[winner.origin]}>{winner.origin}</Badge>
        <Icon icon={ChevronDown} size={16} />
      </summary>
      <Ladder name={name} inspection={inspection} winner={winner.origin} fallback={candidates.at(-1)?.value} />
    </details>
  );
};

const Value = ({ value }: { value: unknown }) => (
  <>
    {typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) && (
      <span className={styles['swatch']} style={{ background: value }} />
    )}
    {toWords(value)}
  </>
);

type LadderProps = SettingRowProps & { winner: Origin; fallback: unknown };

/** What each level says, narrowest first: the first that says something is in force, the others below it are overruled. */
const Ladder = ({ name, inspection, winner, fallback }: LadderProps) => {
  const tools = usePanelTools();
  const { run, problem } = useAction();
  const { label, editor } = settingTable[name];
  const save = (level: Level, value: unknown) =>
    run(async () => {
      // Note: another tab may have changed the same level since.
      const now = await tools.inspect();
      if (!now) throw new Error('There is no session behind this link any more.');
      await tools.saveSettings(level, now.stored, writeSetting(now.levels[level], name, value));
    });
  return (
    <div className={styles['ladder']}>
      {levels.map((level) => {
        const value = readSetting(inspection.levels[level], name);
        return (
          <div key={level} className={styles['rung']} data-wins={level === winner || undefined}>
            <RungName name={level} wins={level === winner} isSaid={value !== undefined} />
            <LevelControl
              label={`${label}, ${level}`}
              editor={editor}
              value={value}
              team={inspection.stored.team}
              onSave={(next) => save(level, next)}
            />
          </div>
        );
      })}
      <div className={styles['rung']} data-wins={winner === 'default' || undefined}>
        <RungName name="default" wins={winner === 'default'} isSaid />
        <span className={styles['fallback']}>{toWords(fallback)}</span>
      </div>
      <Problem error={problem} />
    </div>
  );
};

type RungNameProps = { name: Origin; wins: boolean; isSaid: boolean };

const RungName = ({ name, wins, isSaid }: RungNameProps) => (
  <span className={styles['level']}>
    <span>{name}</span>
    {wins && <span className={styles['wins']}>in force</span>}
    {!wins && isSaid && <span className={styles['loses']}>overruled</span>}
  </span>
);
