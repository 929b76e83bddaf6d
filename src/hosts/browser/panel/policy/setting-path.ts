/** One value of a level of settings, by its name; putting `undefined` there makes the level inherit it. */
import * as z from 'zod/mini';

import { type SettingName, type SettingsLevel, settingsLevelSchema } from '#contract/settings.ts';

const groupSchema = z.record(z.string(), z.unknown());
type Group = z.infer<typeof groupSchema>;

const toGroup = (value: unknown): Group => groupSchema.safeParse(value).data ?? {};

export const readSetting = (level: SettingsLevel, name: SettingName): unknown =>
  name.split('.').reduce<unknown>((value, key) => toGroup(value)[key], level);

/** @throws {Error} with what is wrong with the value, in words for QA. */
export function writeSetting(level: SettingsLevel, name: SettingName, value: unknown): SettingsLevel {
  const [group = '', key] = name.split('.');
  const written = key === undefined ? value : toUndefined(put(toGroup(toGroup(level)[group]), key, value));
  const result = settingsLevelSchema.safeParse(put(toGroup(level), group, written));
  if (result.success) return result.data;
  throw new Error(`That is no value for ${name}: ${result.error.issues.map(({ code }) => code).join(', ')}.`);
}

function put(group: Group, key: string, value: unknown): Group {
  const { [key]: _, ...rest } = group;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** A group that says nothing is not there. */
const toUndefined = (group: Group) => (Object.keys(group).length === 0 ? undefined : group);
