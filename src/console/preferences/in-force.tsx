import type { SettingName } from '#contract/settings.ts';
import { type InForce, useLevel, useSetting } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import { useValueWords } from '#console/preferences/value-words.ts';
import { useText } from '#lib/i18n/text.tsx';

/** What a setting comes to and where from: “On, from the system”. */
export const InForceLine = ({ name }: { name: SettingName }) => {
  const text = useText();
  const words = useValueWords();
  const { level } = useLevel();
  const { inForce } = useSetting(name);
  const origin: InForce['origin'] | 'here' = inForce.origin === level.kind ? 'here' : inForce.origin;
  return (
    <p className={styles['in-force']}>
      {text('console-preferences.in-force', {
        value: words(name, inForce.value),
        origin: text(`console-preferences.origin-${origin}`),
      })}
    </p>
  );
};
