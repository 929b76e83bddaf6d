/** Two values of every setting, `one` and `other`, which a customer can tell apart. */
import type { FileId } from '#contract/ids.ts';
import { type SettingName, settingNames, type SettingsLevel, settingsLevelSchema } from '#contract/settings.ts';
import { withSetting } from '#domain/change-settings.ts';
import { buildPng } from '#tests/support/build-picture.ts';

export type LookName = 'one' | 'other';

const day = 24 * 60 * 60 * 1_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** In four days: not within the two that pass where `one` is felt, but when the four of `other` have passed. */
const farWeekday = weekdays[new Date(Date.now() + 4 * day).getUTCDay()];

/** Note: where a session is embedded nothing is sent, and in `one` something has to be. */
export const looks: Readonly<Record<SettingName, Readonly<Record<LookName, unknown>>>> = {
  reengagement: { one: 'continue', other: 'start-new' },
  singleActiveSession: { one: true, other: false },
  'inactiveAgentMessage.on': { one: true, other: false },
  'inactiveAgentMessage.text': { one: 'We are back at nine.', other: 'We are back at ten.' },
  'cookieDisclaimer.on': { one: true, other: false },
  'cookieDisclaimer.text': { one: 'One cookie keeps your place.', other: 'Other cookies keep it.' },
  'cookieDisclaimer.revision': { one: 21, other: 22 },
  autoOpen: { one: true, other: false },
  embeddedSession: { one: false, other: true },
  copySessionUrl: { one: false, other: true },
  textMessages: { one: true, other: false },
  accessDuration: { one: 1, other: 30 },
  'consent.on': { one: true, other: false },
  'consent.text': { one: 'We keep what you send.', other: 'We give it back.' },
  chat: { one: true, other: false },
  attachments: { one: true, other: false },
  requireReview: { one: true, other: false },
  signingReasons: { one: ['I agree with all of it'], other: [] },
  reassign: { one: true, other: false },
  endAccess: { one: { level: 'full' }, other: { level: 'none' } },
  'reminders.on': { one: true, other: false },
  'reminders.schedule': {
    one: { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], ...hours(0, 24), repetitions: 1 },
    other: { weekdays: [farWeekday], ...hours(0, 24), repetitions: 3 },
  },
  'branding.companyName': { one: 'Nord Bank', other: 'Sud Bank' },
  'branding.logo': { one: buildPng(60, 20), other: buildPng(30, 20) },
  'branding.primaryColor': { one: '#6a1b9a', other: '#00574b' },
  'branding.backgroundColor': { one: '#fff8e1', other: '#e8f5e9' },
  allowedOrigins: { one: ['https://nord.example'], other: ['https://sud.example'] },
};

function hours(fromHour: number, toHour: number) {
  return { fromHour, toHour, timeZone: 'UTC' };
}

/** As a level has it; `logo`: the picture, brought already. Without one the level says nothing of it. */
export function toLevel(look: LookName, logo?: FileId): SettingsLevel {
  const own = settingNames.filter((name) => name !== 'branding.logo').map((name) => [name, looks[name][look]] as const);
  const level = own.reduce((before: unknown, [name, value]) => withSetting(before, name, value), {});
  return settingsLevelSchema.parse(logo ? withSetting(level, 'branding.logo', logo) : level);
}
