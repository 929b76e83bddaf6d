/** The part of the storage port that knows settings. Its suite is `tests/backend/store/settings-suite.ts`, for every adapter. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import type { SettingChange } from '#contract/preferences.ts';
import type { SettingsLevel } from '#contract/settings.ts';

/** A team's level, or that of the system above the team. A deployment has one system, so adapters keep one, whatever the team. */
export type SettingsPlace = { level: 'system' | 'team'; team: TeamId };

/** `version` 0: nothing was ever set here, and everything inherits. */
export type StoredSettings = { settings: SettingsLevel; version: number };

/** `version`: the one that the change made; `at`: milliseconds. */
export type SettingsLogRecord = {
  version: number;
  at: number;
  by: { id: AgentId; name: string };
  changes: readonly SettingChange[];
};

export type SettingsCommit = {
  place: SettingsPlace;
  settings: SettingsLevel;
  /** Its version is the level's afterwards; the level has the one before. */
  entry: SettingsLogRecord;
};

export type SettingsStore = {
  load: (place: SettingsPlace) => Promise<StoredSettings>;
  /** The level and its log together, or neither. @throws {VersionConflictError} */
  commit: (commit: SettingsCommit) => Promise<void>;
  /** Entries below the version `before` (null: all), newest first, at most `limit`. */
  readLog: (place: SettingsPlace, before: number | null, limit: number) => Promise<SettingsLogRecord[]>;
};

/** What adapters keep a level under. */
export const toLevelKey = ({ level, team }: SettingsPlace): string => (level === 'system' ? 'system' : `team:${team}`);
