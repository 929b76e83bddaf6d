import type { Preferences } from '#contract/preferences.ts';
import styles from '#console/preferences/preferences.module.css';
import { groups, settingTable } from '#console/preferences/setting-table.ts';
import { useValueWords } from '#console/preferences/value-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';

type Settings = Preferences['settings'];

/** Each setting with what holds, and what would if it did not, narrowest first. */
export const AppliesList = ({ settings }: { settings: Settings }) => (
  <div className={styles['narrow']}>
    {groups.map((group) => (
      <Card key={group} as="section" aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>
          <Text id={`console-preferences.group-${group}`} />
        </h2>
        <ul className={styles['applies']}>
          {settings
            .filter(({ name }) => settingTable[name].group === group)
            .map((setting) => (
              <AppliedSetting key={setting.name} setting={setting} />
            ))}
        </ul>
      </Card>
    ))}
  </div>
);

const AppliedSetting = ({ setting: { name, candidates } }: { setting: Settings[number] }) => {
  const text = useText();
  const words = useValueWords();
  const [winner, ...losers] = candidates;
  return (
    <li className={styles['applied']}>
      <h3>{text(settingTable[name].label)}</h3>
      {winner && (
        <p className={styles['winner']}>
          <bdi>{words(name, winner.value)}</bdi>
          <Badge tone={winner.origin === 'default' ? 'neutral' : 'info'}>
            {text(`console-preferences.origin-${winner.origin}`)}
          </Badge>
        </p>
      )}
      {losers.length > 0 && (
        <ul className={styles['losers']}>
          {losers.map(({ origin, value }) => (
            <li key={origin}>
              {text('console-preferences.overruled', {
                value: words(name, value),
                origin: text(`console-preferences.origin-${origin}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
