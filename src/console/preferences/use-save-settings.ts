/** Saves settings of the level at once, with what it takes to undo it, and to decide when somebody else was first. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { SettingChange } from '#contract/preferences.ts';
import { readSetting } from '#domain/change-settings.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { allPreferences, preferencesQuery, sendChanges } from '#console/preferences/level.ts';
import { useLevel } from '#console/preferences/level-context.tsx';
import { ApiError, failureCode } from '#lib/api/failures.ts';

type Intent = { changes: SettingChange[]; isUndo: boolean };

/** `onDone`: what was typed is settled, one way or the other. */
export function useSaveSettings(onDone: () => void = () => undefined) {
  const client = useConsole();
  const cache = useQueryClient();
  const { level, preferences } = useLevel();
  const { mutate, reset, error, isPending, isSuccess, variables } = useMutation({
    mutationFn: ({ changes }: Intent) => sendChanges(client, level, changes),
    onSuccess: (next) => {
      onDone();
      // Note: of two that were saved at once, the older answer may come last.
      cache.setQueryData(preferencesQuery(client, level).queryKey, (known) =>
        known && known.version > next.version ? known : next,
      );
      void cache.invalidateQueries(allPreferences);
    },
    onError: (failure) =>
      failureCode(failure) === 'settings-changed' ? cache.invalidateQueries(allPreferences) : undefined,
  });
  const changes = variables?.changes ?? [];
  const isInvalid = error instanceof ApiError && error.problem.code === 'invalid-input';
  const isOvertaken = failureCode(error) === 'settings-changed';

  return {
    save: (...wanted: SettingChange[]) => {
      if (!isPending) mutate({ changes: wanted, isUndo: false });
    },
    isPending,
    /** What is being saved, or was tried last. */
    changes,
    /** Which line of a list is wrong is in its path. */
    faults: isInvalid ? (error.problem.fields ?? []) : [],
    failure: isInvalid || isOvertaken ? null : error,
    isOvertaken,
    isSaved: isSuccess,
    wasUndone: isSuccess && variables.isUndo,
    undo: () =>
      mutate({ changes: changes.map(({ setting, from, to }) => ({ setting, from: to, to: from })), isUndo: true }),
    /** The same once more: refused like the first time if it is out of date by now. */
    tryAgain: () => variables && mutate(variables),
    /** From what there is now, which is on the screen. */
    insist: () =>
      mutate({
        changes: changes.map((change) => ({ ...change, from: readSetting(preferences.own, change.setting) })),
        isUndo: false,
      }),
    giveWay: () => {
      reset();
      onDone();
    },
  };
}
export type Saving = ReturnType<typeof useSaveSettings>;
