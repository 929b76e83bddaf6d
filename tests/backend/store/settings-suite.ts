/** What every adapter of the storage port must do for settings and their log. */
import { beforeEach, describe, expect, test } from 'vitest';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { SettingsCommit, SettingsPlace } from '#backend/store/settings-store.ts';
import { type Store, VersionConflictError } from '#backend/store/store.ts';
import { team } from '#tests/backend/store/build-record.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const ofTeam: SettingsPlace = { level: 'team', team };
const ofSystem: SettingsPlace = { level: 'system', team };
const ofOthers: SettingsPlace = { level: 'team', team: teamIdSchema.parse('others') };

const buildEntry = (version: number) => ({
  version,
  at: 1_000 + version,
  by: { id: agentIdSchema.parse('admin'), name: 'Ada \u0000 {"a":1}' },
  changes: [{ setting: 'accessDuration' as const, from: version === 1 ? null : version - 1, to: version }],
});

export const buildSettingsCommit = (version: number, changes: Partial<SettingsCommit> = {}): SettingsCommit => ({
  place: ofTeam,
  settings: { accessDuration: version },
  entry: buildEntry(version),
  ...changes,
});

export function describeSettings(name: string, open: () => Promise<StoreHands>): void {
  describe(`Settings in the store (${name})`, () => {
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      ({ store, other } = await open());
    });

    test('that were never saved inherit everything, and have no log', async () => {
      await expect(store.settings.load(ofTeam)).resolves.toEqual({ settings: {}, version: 0 });
      await expect(store.settings.load(ofSystem)).resolves.toEqual({ settings: {}, version: 0 });
      await expect(store.settings.readLog(ofTeam, null, 10)).resolves.toEqual([]);
    });

    test('come back as they were saved last, each level its own', async () => {
      await store.settings.commit(buildSettingsCommit(1));
      await other.settings.commit(buildSettingsCommit(2, { settings: { autoOpen: false, accessDuration: 2 } }));
      await store.settings.commit(buildSettingsCommit(1, { place: ofSystem, settings: { autoOpen: true } }));

      const [saved, system] = await Promise.all([other.settings.load(ofTeam), other.settings.load(ofSystem)]);
      expect(saved).toEqual({ settings: { autoOpen: false, accessDuration: 2 }, version: 2 });
      expect(system).toEqual({ settings: { autoOpen: true }, version: 1 });
      await expect(other.settings.load(ofOthers)).resolves.toEqual({ settings: {}, version: 0 });
    });

    test('remember who changed what, newest first, page by page', async () => {
      for (const version of [1, 2, 3]) await store.settings.commit(buildSettingsCommit(version));
      await store.settings.commit(buildSettingsCommit(1, { place: ofOthers }));

      await expect(other.settings.readLog(ofTeam, null, 2)).resolves.toEqual([buildEntry(3), buildEntry(2)]);
      await expect(other.settings.readLog(ofTeam, 2, 10)).resolves.toEqual([buildEntry(1)]);
      await expect(other.settings.readLog(ofOthers, null, 10)).resolves.toEqual([buildEntry(1)]);
    });

    test.each([
      ['the first change of all', 1],
      ['a later one', 2],
    ])('of two who make %s at once, one does and the other hears of it', async (_, version) => {
      for (let before = 1; before < version; before += 1) await store.settings.commit(buildSettingsCommit(before));
      const outcomes = await Promise.allSettled(
        [store, other].map(({ settings }, at) =>
          settings.commit(buildSettingsCommit(version, { settings: { autoOpen: at === 0 } })),
        ),
      );

      const refused = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(refused).toEqual([expect.any(VersionConflictError)]);
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect((await store.settings.load(ofTeam)).settings).toEqual({ autoOpen: winner === 0 });
      expect((await store.settings.readLog(ofTeam, null, 10)).length).toBe(version);
    });

    test('that skip a version are refused whole', async () => {
      await store.settings.commit(buildSettingsCommit(1));
      await expect(store.settings.commit(buildSettingsCommit(3))).rejects.toThrow(VersionConflictError);
      await expect(other.settings.load(ofTeam)).resolves.toEqual({ settings: { accessDuration: 1 }, version: 1 });
      await expect(other.settings.readLog(ofTeam, null, 10)).resolves.toEqual([buildEntry(1)]);
    });

    test('that cannot be stored whole leave nothing behind', async () => {
      const { entry, ...commit } = buildSettingsCommit(1);
      const spoilt = {
        ...entry,
        get changes(): never {
          throw new Error('This entry cannot be stored.');
        },
      };
      await expect(store.settings.commit({ ...commit, entry: spoilt })).rejects.toThrow();
      await expect(other.settings.load(ofTeam)).resolves.toEqual({ settings: {}, version: 0 });
    });
  });
}
