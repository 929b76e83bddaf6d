import { createContext, type ReactNode, use } from 'react';

import type { Preferences, SettingValue } from '#contract/preferences.ts';
import type { SettingName } from '#contract/settings.ts';
import { readSetting } from '#domain/change-settings.ts';
import type { Level } from '#console/preferences/level.ts';

type OpenLevel = { level: Level; preferences: Preferences };

const LevelContext = createContext<OpenLevel | null>(null);

export const LevelProvider = ({ value, children }: { value: OpenLevel; children: ReactNode }) => (
  <LevelContext value={value}>{children}</LevelContext>
);

export function useLevel(): OpenLevel {
  const context = use(LevelContext);
  if (!context) throw new Error('Failed to find the level of settings: no LevelProvider above.');
  return context;
}

export type InForce = Preferences['settings'][number]['candidates'][number];

/** What this level says of a setting itself (null: nothing), and what holds. */
export function useSetting(name: SettingName): { own: SettingValue; inForce: InForce } {
  const { preferences } = useLevel();
  const inForce = preferences.settings.find((setting) => setting.name === name)?.candidates[0];
  if (!inForce) throw new Error(`Failed to find what holds of ${name}.`);
  return { own: readSetting(preferences.own, name), inForce };
}
