import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { type SettingName, settingNames, settingsLevelSchema } from '#contract/settings.ts';
import { listChanges, readSetting, withSetting } from '#domain/change-settings.ts';

const examples: Readonly<Record<SettingName, unknown>> = {
  reengagement: 'continue',
  singleActiveSession: true,
  'inactiveAgentMessage.on': false,
  'inactiveAgentMessage.text': 'Back soon.',
  'cookieDisclaimer.on': true,
  'cookieDisclaimer.text': 'Cookies.',
  'cookieDisclaimer.revision': 2,
  autoOpen: false,
  embeddedSession: true,
  copySessionUrl: true,
  textMessages: false,
  accessDuration: 30,
  'consent.on': true,
  'consent.text': 'May we?',
  chat: false,
  attachments: false,
  requireReview: true,
  signingReasons: ['I agree'],
  reassign: true,
  endAccess: { level: 'full-until', days: 3 },
  'reminders.on': true,
  'reminders.schedule': { weekdays: ['mon'], fromHour: 9, toHour: 17, timeZone: 'UTC', repetitions: 2 },
  'branding.companyName': 'Nord Bank',
  'branding.logo': 'logo-1',
  'branding.primaryColor': '#112233',
  'branding.backgroundColor': '#ffffff',
  allowedOrigins: ['https://shop.test'],
};

const somePart = fc.subarray([...settingNames]);
const build = (names: readonly SettingName[]) =>
  settingsLevelSchema.parse(names.reduce<unknown>((level, name) => withSetting(level, name, examples[name]), {}));

test.each(settingNames)('%s is read where it was set, inherited before and after, and changes nothing else', (name) => {
  fc.assert(
    fc.property(somePart, (others) => {
      const without = build(others.filter((other) => other !== name));
      const set = settingsLevelSchema.parse(withSetting(without, name, examples[name]));
      expect(readSetting(without, name)).toBeNull();
      expect(readSetting(set, name)).toEqual(examples[name]);
      expect(listChanges(without, set)).toEqual([{ setting: name, from: null, to: examples[name] }]);
      expect(withSetting(set, name, null)).toEqual(without);
    }),
    { numRuns: 20 },
  );
});
