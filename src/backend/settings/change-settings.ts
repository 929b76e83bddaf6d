/** The only way settings of the system or a team change: load the level, decide, commit it with its log; again when somebody else was first. */
import type { SaveSettingsInput, SettingChange } from '#contract/preferences.ts';
import { type SettingsLevel, settingsLevelSchema } from '#contract/settings.ts';
import { isSameSetting, listChanges, readSetting, withSetting } from '#domain/change-settings.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { loadLevel } from '#backend/session/read-settings.ts';
import type { SettingsPlace } from '#backend/store/settings-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';

const maxAttempts = 8;

type Target = { place: SettingsPlace; agent: Agent };

/** What changes nothing leaves no trace. @throws {AppError} what `decide` throws */
export async function changeSettings(
  deps: Pick<BackendDeps, 'store' | 'now'>,
  { place, agent: { id, name } }: Target,
  decide: (settings: SettingsLevel, version: number) => SettingsLevel,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await loadLevel(deps, place);
    const settings = decide(before.settings, before.version);
    const changes = listChanges(before.settings, settings);
    if (changes.length === 0) return;
    const entry = { version: before.version + 1, at: deps.now(), by: { id, name }, changes };
    try {
      await deps.store.settings.commit({ place, settings, entry });
      return;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt === maxAttempts) throw new AppError('service-unavailable', { retryAfter: 1 });
    }
  }
}

/** All of a level as somebody wrote it who read that version. @throws {AppError} `settings-changed` */
export const replaceWith =
  (input: SaveSettingsInput) =>
  (settings: SettingsLevel, version: number): SettingsLevel => {
    // Note: what is as it should be was saved by the same request, sent before.
    const isThere = listChanges(settings, input.settings).length === 0;
    if (version !== input.version && !isThere) throw new AppError('settings-changed');
    return input.settings;
  };

/** @throws {AppError} `settings-changed` naming what is no longer as the writer saw it; `invalid-input` naming the setting. */
export function applyChanges(settings: SettingsLevel, changes: readonly SettingChange[]): SettingsLevel {
  const isOvertaken = ({ setting, from, to }: SettingChange) => {
    const now = readSetting(settings, setting);
    return ![from, to].some((value) => isSameSetting(now, toKept(setting, value)));
  };
  const overtaken = changes.filter(isOvertaken);
  if (overtaken.length > 0) {
    throw new AppError('settings-changed', {
      fields: overtaken.map(({ setting }) => ({ path: setting, message: 'changed' })),
    });
  }
  const changed = changes.reduce<unknown>((level, { setting, to }) => withSetting(level, setting, to), settings);
  return parseInput(settingsLevelSchema, changed);
}

/** As the schema would keep it; what it would not keep is nothing that anybody can have seen. */
function toKept(setting: SettingChange['setting'], value: unknown): unknown {
  const level = settingsLevelSchema.safeParse(withSetting({}, setting, value));
  return level.success ? readSetting(level.data, setting) : value;
}
