/** Settings as they were stored, perhaps by another build: what no longer parses is inherited, the rest stays in force. */
import { settingsLevelSchema, type SettingsLevel } from '#contract/settings.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { SettingsPlace, StoredSettings } from '#backend/store/settings-store.ts';

export async function loadLevel({ store }: Pick<BackendDeps, 'store'>, place: SettingsPlace): Promise<StoredSettings> {
  const { settings, version } = await store.settings.load(place);
  return { settings: readStoredSettings(settings), version };
}

/** Never throws: a setting that nobody can read any more must not keep every customer of a team out. */
export function readStoredSettings(stored: unknown): SettingsLevel {
  const whole = settingsLevelSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const kept = listEntries(stored).flatMap(([name, value]) => {
    const readable = [value, keepReadable(name, value)].find((candidate) => isReadable(name, candidate));
    return readable === undefined ? [] : [[name, readable] as const];
  });
  return settingsLevelSchema.safeParse(Object.fromEntries(kept)).data ?? {};
}

/** Note: part by part, so that a text that cannot be read does not turn off what it belongs to (consent). */
const keepReadable = (name: string, value: unknown) =>
  Object.fromEntries(listEntries(value).filter(([part, inner]) => isReadable(name, { [part]: inner })));

const isReadable = (name: string, value: unknown) => settingsLevelSchema.safeParse({ [name]: value }).success;

const listEntries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
