import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import Undo2 from 'lucide-react/icons/undo-2';

import { isSameSetting, readSetting } from '#domain/change-settings.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { settingsLogQuery } from '#console/preferences/level.ts';
import { useLevel } from '#console/preferences/level-context.tsx';
import styles from '#console/preferences/preferences.module.css';
import type { Saving } from '#console/preferences/use-save-settings.ts';
import { useValueWords } from '#console/preferences/value-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

/** Under a setting: that it is saved, with undo; or why it is not. */
export const SaveOutcome = ({ saving }: { saving: Saving }) => {
  if (saving.isOvertaken) return <Overtaken saving={saving} />;
  if (saving.failure) return <Failed error={saving.failure} tryAgain={saving.tryAgain} />;
  return saving.isSaved ? <Saved saving={saving} /> : null;
};

const Saved = ({ saving: { wasUndone, undo, isPending } }: { saving: Saving }) => {
  const text = useText();
  const announce = useAnnounce();
  const words = text(wasUndone ? 'console-preferences.undone' : 'console-preferences.saved');
  useEffect(() => {
    announce(words);
  }, [announce, words]);
  return (
    <div className={styles['saved']}>
      <span>{words}</span>
      <Button variant="quiet" icon={<Icon icon={Undo2} size={16} />} busy={isPending} onClick={undo}>
        <Text id={wasUndone ? 'console-preferences.redo' : 'console-preferences.undo'} />
      </Button>
    </div>
  );
};

const Failed = ({ error, tryAgain }: { error: unknown; tryAgain: () => void }) => {
  const text = useText();
  const words = useFailureWords();
  return (
    <Notice
      tone="danger"
      label={text('console-preferences.not-saved')}
      title={<Text id="console-preferences.not-saved" />}
      live
      actions={
        <Button onClick={tryAgain}>
          <Text id="console.try-again" />
        </Button>
      }
    >
      {words(error)}
    </Notice>
  );
};

/** Somebody else changed the same: who, to what, and what becomes of ours. Nothing of it is saved until that is decided. */
const Overtaken = ({ saving: { changes, insist, giveWay, isPending } }: { saving: Saving }) => {
  const text = useText();
  const valueWords = useValueWords();
  const { list, dateTime } = useFormat();
  const { level, preferences } = useLevel();
  const log = useInfiniteQuery(settingsLogQuery(useConsole(), level));
  const overtaken = changes.filter(({ setting, from }) => !isSameSetting(readSetting(preferences.own, setting), from));
  const entry = log.data?.pages[0]?.entries.find((one) =>
    one.changes.some(({ setting }) => overtaken.some((change) => change.setting === setting)),
  );
  const say = (read: (change: (typeof changes)[number]) => unknown) =>
    list(
      overtaken.map((change) => {
        const value = read(change);
        return value === null ? text('console-preferences.inherit') : valueWords(change.setting, value);
      }),
    );
  return (
    <Notice
      tone="warning"
      label={text('console-preferences.overtaken')}
      title={
        entry ? (
          <Text id="console-preferences.overtaken-by" values={{ name: entry.by.name, when: dateTime(entry.at) }} />
        ) : (
          <Text id="console-preferences.overtaken" />
        )
      }
      live
      actions={
        <>
          <Button busy={isPending} onClick={insist}>
            <Text id="console-preferences.save-mine" />
          </Button>
          <Button variant="quiet" onClick={giveWay}>
            <Text id="console-preferences.keep-theirs" />
          </Button>
        </>
      }
    >
      <Text
        id="console-preferences.overtaken-values"
        values={{ theirs: say(({ setting }) => readSetting(preferences.own, setting)), mine: say(({ to }) => to) }}
      />
    </Notice>
  );
};
