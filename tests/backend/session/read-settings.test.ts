import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { settingsLevelSchema } from '#contract/settings.ts';
import { readStoredSettings } from '#backend/session/read-settings.ts';
import type { SettingsPlace } from '#backend/store/settings-store.ts';
import { startTestSession } from '#tests/support/start-session.ts';

test('A setting that cannot be read any more is inherited, the others stay', () => {
  expect(
    readStoredSettings({
      autoOpen: true,
      accessDuration: 'forever',
      consent: { on: true, text: 5 },
      endAccess: { level: 'sometimes', days: 3 },
      fromTheFuture: { on: true },
      signingReasons: [1],
    }),
  ).toEqual({ autoOpen: true, consent: { on: true } });
});

test('Whatever was stored, it reads as settings', () => {
  const names = Object.keys(settingsLevelSchema.shape);
  const stored = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names, '__proto__'), fc.jsonValue()));
  fc.assert(
    fc.property(stored, (value) => {
      expect(settingsLevelSchema.safeParse(readStoredSettings(value)).success).toBe(true);
    }),
  );
});

test('A customer comes in although nobody can read the team’s settings', async () => {
  const { customer, deps } = await startTestSession({ settings: { autoOpen: true } });
  const team = { autoOpen: 'no', chat: false, branding: { primaryColor: 'red' } };
  Object.assign(deps.store.settings, {
    load: ({ level }: SettingsPlace) => Promise.resolve({ settings: level === 'team' ? team : 'lost', version: 1 }),
  });
  const response = await customer(getEntry);
  const entry = getEntry.output.parse(await response.json());
  expect(entry).toMatchObject({ policy: { autoOpen: { value: true }, chat: { value: false, origin: 'team' } } });
});
