/**
 * The policy of a session: every setting on its own, the narrowest level that says something wins
 * (session, then team, then system, then the product's default). Absent means inherit; an explicit "off" is a value.
 * Source: product.md 3 [owner: team settings override system settings]. Without it a team's "off" would be lost under a
 * system's "on". The backend calls it at every entry and before every rule; clients read the result.
 */
import type { Origin, Policy } from '#contract/policy.ts';
import type { SettingsLevel, SettingsLevels } from '#contract/settings.ts';

type Resolved<Value> = { value: Value; origin: Origin };
type ToggleText = { on?: boolean | undefined; text?: string | undefined };

const narrowestFirst = ['session', 'team', 'system'] as const;

/** The value of one setting, read from a level by `read`, with the level it came from. */
export function resolveSetting<Value>(
  levels: SettingsLevels,
  read: (level: SettingsLevel) => Value | undefined,
  fallback: Value,
): Resolved<Value> {
  for (const origin of narrowestFirst) {
    const value = read(levels[origin]);
    if (value !== undefined) return { value, origin };
  }
  return { value: fallback, origin: 'default' };
}

/** The toggle first, then the text on its own: a level that turns it on without a text inherits the text. */
function resolveToggleText(levels: SettingsLevels, read: (level: SettingsLevel) => ToggleText | undefined) {
  const { value, origin } = resolveSetting(levels, (level) => read(level)?.on, false);
  const text = resolveSetting<string | null>(levels, (level) => toText(read(level)?.text), null);
  return { value, origin, text: text.value, textOrigin: text.origin };
}

/** White space is no text. */
const toText = (text: string | undefined) => (text?.trim() ? text : undefined);

const defaultReminders: Policy['reminders']['schedule'] = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  fromHour: 9,
  toHour: 18,
  timeZone: 'UTC',
  repetitions: 3,
};

/** Total for every combination of levels; never throws. */
export function resolvePolicy(levels: SettingsLevels): Policy {
  const setting = <Value>(read: (level: SettingsLevel) => Value | undefined, fallback: Value) =>
    resolveSetting(levels, read, fallback);
  const schedule = setting((level) => level.reminders?.schedule, defaultReminders);
  return {
    reengagement: setting((level) => level.reengagement, 'start-new'),
    singleActiveSession: setting((level) => level.singleActiveSession, false),
    inactiveAgentMessage: resolveToggleText(levels, (level) => level.inactiveAgentMessage),
    cookieDisclaimer: {
      ...resolveToggleText(levels, (level) => level.cookieDisclaimer),
      revision: setting((level) => level.cookieDisclaimer?.revision, 1).value,
    },
    autoOpen: setting((level) => level.autoOpen, false),
    embeddedSession: setting((level) => level.embeddedSession, false),
    copySessionUrl: setting((level) => level.copySessionUrl, false),
    textMessages: setting((level) => level.textMessages, true),
    accessDuration: setting((level) => level.accessDuration, 7),
    consent: resolveToggleText(levels, (level) => level.consent),
    chat: setting((level) => level.chat, true),
    attachments: setting((level) => level.attachments, true),
    requireReview: setting((level) => level.requireReview, false),
    signingReasons: setting((level) => level.signingReasons, []),
    reassign: setting((level) => level.reassign, false),
    endAccess: setting((level) => level.endAccess, { level: 'limited' }),
    reminders: {
      ...setting((level) => level.reminders?.on, false),
      schedule: schedule.value,
      scheduleOrigin: schedule.origin,
    },
    branding: {
      companyName: setting((level) => level.branding?.companyName, null),
      logo: setting((level) => level.branding?.logo, null),
      primaryColor: setting((level) => level.branding?.primaryColor, null),
      backgroundColor: setting((level) => level.branding?.backgroundColor, null),
    },
    allowedOrigins: setting((level) => level.allowedOrigins, []),
  };
}
