/** A level of settings as the console addresses it: the system, or one team. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import {
  changeSystemSettings,
  changeTeamSettings,
  getSystemPreferences,
  getTeamPreferences,
  readSystemSettingsLog,
  readTeamSettingsLog,
} from '#contract/endpoints/settings.ts';
import type { TeamId } from '#contract/ids.ts';
import type { SettingChange } from '#contract/preferences.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';

export type Level = { kind: 'system' } | { kind: 'team'; teamId: TeamId };

type Client = Pick<ConsoleClient, 'ask'>;

export const toLevelPath = (level: Level): string => (level.kind === 'system' ? 'system' : `teams/${level.teamId}`);

/** The system says what a team inherits, so a change anywhere is looked at anew everywhere. */
export const allPreferences = { queryKey: ['preferences'] } as const;

export const preferencesQuery = ({ ask }: Client, level: Level) =>
  queryOptions({
    queryKey: [...allPreferences.queryKey, toLevelPath(level)],
    queryFn: ({ signal }) =>
      level.kind === 'system'
        ? ask(getSystemPreferences, null, { signal })
        : ask(getTeamPreferences, null, { params: { teamId: level.teamId }, signal }),
  });

export const settingsLogQuery = ({ ask }: Client, level: Level) =>
  infiniteQueryOptions({
    queryKey: [...allPreferences.queryKey, toLevelPath(level), 'log'],
    queryFn: ({ pageParam, signal }) => {
      const options = { signal, ...(pageParam !== '' && { query: { cursor: pageParam } }) };
      return level.kind === 'system'
        ? ask(readSystemSettingsLog, null, options)
        : ask(readTeamSettingsLog, null, { ...options, params: { teamId: level.teamId } });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** @throws {ApiError} `settings-changed`, `invalid-input` */
export const sendChanges = ({ ask }: Client, level: Level, changes: SettingChange[]) =>
  level.kind === 'system'
    ? ask(changeSystemSettings, { changes })
    : ask(changeTeamSettings, { changes }, { params: { teamId: level.teamId } });
