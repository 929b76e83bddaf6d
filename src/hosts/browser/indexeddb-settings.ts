/** Settings on IndexedDB: a change and its entry in the log are one transaction, guarded by the level's version. */
import { type SettingsStore, toLevelKey } from '#backend/store/settings-store.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import type { Database } from '#hosts/browser/open-database.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export const createIndexedDbSettings = (database: Database, channel: TabChannel): SettingsStore => ({
  load: async (place) => (await database.get('settings', toLevelKey(place))) ?? { settings: {}, version: 0 },
  async commit(commit) {
    // Note: what cannot be stored fails here, before anything is written.
    const { place, settings, entry } = structuredClone(commit);
    const key = toLevelKey(place);
    const transaction = database.transaction(['settings', 'settingsLog'], 'readwrite');
    const levels = transaction.objectStore('settings');
    const known = (await levels.get(key))?.version ?? 0;
    if (entry.version !== known + 1) throw new VersionConflictError(`settings of ${key}`);
    await Promise.all([
      levels.put({ settings, version: entry.version }, key),
      transaction.objectStore('settingsLog').add(entry, [key, entry.version]),
      transaction.done,
    ]);
    channel.tell({ kind: 'settings' });
  },
  async readLog(place, before, limit) {
    const key = toLevelKey(place);
    const range = IDBKeyRange.bound([key, 0], [key, before ?? Infinity], false, before !== null);
    const entries = await database.getAll('settingsLog', range);
    return entries.toReversed().slice(0, limit);
  },
});
