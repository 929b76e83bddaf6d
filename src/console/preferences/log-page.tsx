import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { SettingChange, settingsLogEntrySchema } from '#contract/preferences.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ConsolePage } from '#console/layout/console-page.tsx';
import { QueryView } from '#console/layout/query-view.tsx';
import { type Level, settingsLogQuery, toLevelPath } from '#console/preferences/level.ts';
import styles from '#console/preferences/preferences.module.css';
import { settingTable } from '#console/preferences/setting-table.ts';
import { useTeams } from '#console/preferences/teams.ts';
import { useValueWords } from '#console/preferences/value-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Button, buttonLook } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type * as z from 'zod/mini';

type Entry = z.infer<typeof settingsLogEntrySchema>;

/** Who changed what, newest first. */
export const LogPage = ({ level }: { level: Level }) => {
  const text = useText();
  const teams = useTeams();
  const query = useInfiniteQuery(settingsLogQuery(useConsole(), level));
  const place =
    level.kind === 'system'
      ? text('console-preferences.level-system')
      : (teams.find(({ id }) => id === level.teamId)?.name ?? level.teamId);
  return (
    <ConsolePage
      title={text('console-preferences.log')}
      focusKey={`settings-log-${toLevelPath(level)}`}
      lead={place}
      actions={
        <Link {...buttonLook('quiet')} to={`/preferences/${toLevelPath(level)}`}>
          <Text id="console-preferences.back" />
        </Link>
      }
    >
      <div className={styles['narrow']}>
        <QueryView query={query}>
          {({ pages }) => <Entries entries={pages.flatMap(({ entries }) => entries)} />}
        </QueryView>
        {query.hasNextPage && (
          <div>
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              <Text id="console-preferences.more" />
            </Button>
          </div>
        )}
      </div>
    </ConsolePage>
  );
};

const Entries = ({ entries }: { entries: readonly Entry[] }) => {
  const { dateTime } = useFormat();
  if (entries.length === 0) {
    return (
      <p>
        <Text id="console-preferences.log-empty" />
      </p>
    );
  }
  return (
    <ol className={styles['entries']}>
      {entries.map(({ version, at, by, changes }) => (
        <Card key={version} as="li">
          <p className={styles['in-force']}>
            <bdi>{by.name}</bdi> · <time dateTime={at}>{dateTime(at)}</time>
          </p>
          <ul className={styles['changes']}>
            {changes.map((change) => (
              <ChangeLine key={change.setting} change={change} />
            ))}
          </ul>
        </Card>
      ))}
    </ol>
  );
};

const ChangeLine = ({ change: { setting, from, to } }: { change: SettingChange }) => {
  const text = useText();
  const words = useValueWords();
  const say = (value: unknown) => (value === null ? text('console-preferences.inherit') : words(setting, value));
  return (
    <li>
      {text('console-preferences.change', {
        setting: text(settingTable[setting].label),
        from: say(from),
        to: say(to),
      })}
    </li>
  );
};
