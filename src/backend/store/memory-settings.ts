/** Settings in memory. */
import {
  type SettingsLogRecord,
  type SettingsStore,
  type StoredSettings,
  toLevelKey,
} from '#backend/store/settings-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';

export function createMemorySettings(): SettingsStore {
  const levels = new Map<string, StoredSettings & { log: readonly SettingsLogRecord[] }>();
  const find = (key: string) => levels.get(key) ?? { settings: {}, version: 0, log: [] };
  return {
    async load(place) {
      const { settings, version } = find(toLevelKey(place));
      return structuredClone({ settings, version });
    },
    async commit({ place, settings, entry }) {
      const key = toLevelKey(place);
      const { version, log } = find(key);
      if (entry.version !== version + 1) throw new VersionConflictError(`settings of ${key}`);
      const kept = structuredClone({ settings, entry });
      levels.set(key, { settings: kept.settings, version: entry.version, log: [kept.entry, ...log] });
    },
    async readLog(place, before, limit) {
      const { log } = find(toLevelKey(place));
      return structuredClone(log.filter(({ version }) => before === null || version < before).slice(0, limit));
    },
  };
}
