/** Every setting there is, with two values to choose from and where the policy has it. */
import type { Origin, Policy } from '#contract/policy.ts';
import { type SettingsLevel, settingsLevelSchema } from '#contract/settings.ts';

export type Resolved = { value: unknown; origin?: Origin };
export type Setting = {
  /** Where it is in a level: `consent.text`. */
  path: string;
  /** Two that differ, neither of them the default where there is a choice. */
  values: readonly [unknown, unknown];
  fallback: unknown;
  read: (policy: Policy) => Resolved;
};

const toggle = (path: string, fallback: boolean, read: Setting['read']): Setting => ({
  path,
  values: [true, false],
  fallback,
  read,
});
const text = (path: string, read: (policy: Policy) => { text: string | null; textOrigin: Origin }): Setting => ({
  path,
  values: ['Hello', 'Good day'],
  fallback: null,
  read: (policy) => ({ value: read(policy).text, origin: read(policy).textOrigin }),
});
const mornings = { weekdays: ['mon'], fromHour: 8, toHour: 12, timeZone: 'Europe/Warsaw', repetitions: 1 };
const weekends = { weekdays: ['sat', 'sun'], fromHour: 0, toHour: 24, timeZone: 'UTC', repetitions: 30 };
const workdays = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  fromHour: 9,
  toHour: 18,
  timeZone: 'UTC',
  repetitions: 3,
};

/** Every setting of product.md 3 with its default. */
export const settings: readonly Setting[] = [
  {
    path: 'reengagement',
    values: ['continue', 'start-new'],
    fallback: 'start-new',
    read: ({ reengagement }) => reengagement,
  },
  toggle('singleActiveSession', false, (policy) => policy.singleActiveSession),
  toggle('inactiveAgentMessage.on', false, (policy) => policy.inactiveAgentMessage),
  text('inactiveAgentMessage.text', (policy) => policy.inactiveAgentMessage),
  toggle('cookieDisclaimer.on', false, (policy) => policy.cookieDisclaimer),
  text('cookieDisclaimer.text', (policy) => policy.cookieDisclaimer),
  {
    path: 'cookieDisclaimer.revision',
    values: [2, 3],
    fallback: 1,
    read: ({ cookieDisclaimer }) => ({ value: cookieDisclaimer.revision }),
  },
  toggle('autoOpen', false, (policy) => policy.autoOpen),
  toggle('embeddedSession', false, (policy) => policy.embeddedSession),
  toggle('copySessionUrl', false, (policy) => policy.copySessionUrl),
  toggle('textMessages', true, (policy) => policy.textMessages),
  { path: 'accessDuration', values: [1, 3_650], fallback: 7, read: ({ accessDuration }) => accessDuration },
  toggle('consent.on', false, (policy) => policy.consent),
  text('consent.text', (policy) => policy.consent),
  toggle('chat', true, (policy) => policy.chat),
  toggle('attachments', true, (policy) => policy.attachments),
  toggle('requireReview', false, (policy) => policy.requireReview),
  {
    path: 'signingReasons',
    values: [['I agree'], []],
    fallback: [],
    read: ({ signingReasons }) => signingReasons,
  },
  toggle('reassign', false, (policy) => policy.reassign),
  {
    path: 'endAccess',
    values: [{ level: 'none' }, { level: 'full-until', days: 3 }],
    fallback: { level: 'limited' },
    read: ({ endAccess }) => endAccess,
  },
  toggle('reminders.on', false, (policy) => policy.reminders),
  {
    path: 'reminders.schedule',
    values: [mornings, weekends],
    fallback: workdays,
    read: ({ reminders }) => ({ value: reminders.schedule, origin: reminders.scheduleOrigin }),
  },
  {
    path: 'branding.companyName',
    values: ['Nord Bank', 'Sud Bank'],
    fallback: null,
    read: ({ branding }) => branding.companyName,
  },
  { path: 'branding.logo', values: ['logo-1', 'logo-2'], fallback: null, read: ({ branding }) => branding.logo },
  {
    path: 'branding.primaryColor',
    values: ['#112233', '#445566'],
    fallback: null,
    read: ({ branding }) => branding.primaryColor,
  },
  {
    path: 'branding.backgroundColor',
    values: ['#ffffff', '#000000'],
    fallback: null,
    read: ({ branding }) => branding.backgroundColor,
  },
  {
    path: 'allowedOrigins',
    values: [['https://bank.example'], []],
    fallback: [],
    read: ({ allowedOrigins }) => allowedOrigins,
  },
];

/** What a level says about each setting: nothing, or one of its two values. */
export type Choices = Readonly<Record<string, 0 | 1 | null>>;

export function toLevel(choices: Choices): SettingsLevel {
  const level: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  for (const { path, values } of settings) {
    const choice = choices[path] ?? null;
    if (choice === null) continue;
    const [group = path, key] = path.split('.');
    if (key === undefined) level[path] = values[choice];
    else level[group] = Object.assign((groups[group] ??= {}), { [key]: values[choice] });
  }
  return settingsLevelSchema.parse(level);
}
