/** Settings of a level one by one, by name: what one is, the level with another value of it, and what is different between two levels. */
import { type SettingChange, type SettingValue, settingValueSchema } from '#contract/preferences.ts';
import { type SettingName, settingNames, type SettingsLevel } from '#contract/settings.ts';

/** Null = inherited. */
export function readSetting(level: SettingsLevel, name: SettingName): SettingValue {
  const [key = '', part] = name.split('.');
  const value = toFields(level)[key];
  return settingValueSchema.parse((part === undefined ? value : toFields(value)[part]) ?? null);
}

/** `value` null = inherit. Not checked: the schema of levels says what may be kept. */
export function withSetting(level: unknown, name: SettingName, value: unknown): Record<string, unknown> {
  const [key = '', part] = name.split('.');
  const { [key]: before, ...others } = toFields(level);
  const after = part === undefined ? value : orNothing(withField(toFields(before), part, value));
  return withField(others, key, after);
}

/** Two values by what they say. Note: both as the schema gives them, which has an order of its own for fields. */
export const isSameSetting = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const listChanges = (before: SettingsLevel, after: SettingsLevel): SettingChange[] =>
  settingNames.flatMap((setting) => {
    const [from, to] = [readSetting(before, setting), readSetting(after, setting)];
    return isSameSetting(from, to) ? [] : [{ setting, from, to }];
  });

const toFields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function withField(fields: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...others } = fields;
  return value === null || value === undefined ? others : { ...others, [name]: value };
}

const orNothing = (fields: Record<string, unknown>) => (Object.keys(fields).length === 0 ? null : fields);
