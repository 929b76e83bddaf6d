/**
 * The policy of a session: every setting on its own, the narrowest level that says something wins
 * (session, then team, then system, then the product's default). Absent means inherit; an explicit "off" is a value.
 * Source: product.md 3 [owner: team settings override system settings]. Without it a team's "off" would be lost under a
 * system's "on". The backend calls it at every entry and before every rule; clients read the result.
 */
import type { Origin, Policy } from '#contract/policy.ts';
import type { SettingName, SettingsLevel, SettingsLevels } from '#contract/settings.ts';

type Resolved<Value> = { value: Value; origin: Origin };
type ToggleText = { on?: boolean | undefined; text?: string | undefined };
type Read<Value> = (level: SettingsLevel) => Value | undefined;
/** Decides one setting, read from a level by `read`. */
type Decide = <Value>(name: SettingName, read: Read<Value>, fallback: Value) => Resolved<Value>;

const narrowestFirst = ['session', 'team', 'system'] as const;

/** Every level that says something, narrowest first, the default last: the first one wins. */
function listCandidates<Value>(
  levels: SettingsLevels,
  read: Read<Value>,
  fallback: Value,
): [Resolved<Value>, ...Resolved<Value>[]] {
  const said = narrowestFirst.flatMap((origin) => {
    const value = read(levels[origin]);
    return value === undefined ? [] : [{ value, origin }];
  });
  const last: Resolved<Value> = { value: fallback, origin: 'default' };
  const [winner, ...losers] = said;
  return winner ? [winner, ...losers, last] : [last];
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
export const resolvePolicy = (levels: SettingsLevels): Policy =>
  derivePolicy((_, read, fallback) => listCandidates(levels, read, fallback)[0]);

/** One setting with what every level says of it: the first candidate is in force, the others lost against it. */
export type ExplainedSetting = { name: SettingName; candidates: [Resolved<unknown>, ...Resolved<unknown>[]] };

/** Why the policy is what it is: the same decisions, setting by setting, with what lost. */
export function explainPolicy(levels: SettingsLevels): ExplainedSetting[] {
  const explained: ExplainedSetting[] = [];
  derivePolicy((name, read, fallback) => {
    const candidates = listCandidates(levels, read, fallback);
    explained.push({ name, candidates });
    return candidates[0];
  });
  return explained;
}

/** Every setting once, whoever decides it. */
function derivePolicy(decide: Decide): Policy {
  /** The toggle first, then the text on its own: a level that turns it on without a text inherits the text. */
  const toggleText = (name: 'inactiveAgentMessage' | 'cookieDisclaimer' | 'consent', read: Read<ToggleText>) => {
    const { value, origin } = decide(`${name}.on`, (level) => read(level)?.on, false);
    const text = decide<string | null>(`${name}.text`, (level) => toText(read(level)?.text), null);
    return { value, origin, text: text.value, textOrigin: text.origin };
  };
  const toggle = (name: SettingName, read: Read<boolean>, fallback = false) => decide(name, read, fallback);
  const schedule = decide('reminders.schedule', (level) => level.reminders?.schedule, defaultReminders);
  return {
    reengagement: decide('reengagement', (level) => level.reengagement, 'start-new'),
    singleActiveSession: toggle('singleActiveSession', (level) => level.singleActiveSession),
    inactiveAgentMessage: toggleText('inactiveAgentMessage', (level) => level.inactiveAgentMessage),
    cookieDisclaimer: {
      ...toggleText('cookieDisclaimer', (level) => level.cookieDisclaimer),
      revision: decide('cookieDisclaimer.revision', (level) => level.cookieDisclaimer?.revision, 1).value,
    },
    autoOpen: toggle('autoOpen', (level) => level.autoOpen),
    embeddedSession: toggle('embeddedSession', (level) => level.embeddedSession),
    copySessionUrl: toggle('copySessionUrl', (level) => level.copySessionUrl),
    textMessages: toggle('textMessages', (level) => level.textMessages, true),
    accessDuration: decide('accessDuration', (level) => level.accessDuration, 7),
    consent: toggleText('consent', (level) => level.consent),
    chat: toggle('chat', (level) => level.chat, true),
    attachments: toggle('attachments', (level) => level.attachments, true),
    requireReview: toggle('requireReview', (level) => level.requireReview),
    signingReasons: decide('signingReasons', (level) => level.signingReasons, []),
    reassign: toggle('reassign', (level) => level.reassign),
    endAccess: decide('endAccess', (level) => level.endAccess, { level: 'limited' }),
    reminders: {
      ...toggle('reminders.on', (level) => level.reminders?.on),
      schedule: schedule.value,
      scheduleOrigin: schedule.origin,
    },
    branding: {
      companyName: decide('branding.companyName', (level) => level.branding?.companyName, null),
      logo: decide('branding.logo', (level) => level.branding?.logo, null),
      primaryColor: decide('branding.primaryColor', (level) => level.branding?.primaryColor, null),
      backgroundColor: decide('branding.backgroundColor', (level) => level.branding?.backgroundColor, null),
    },
    allowedOrigins: decide('allowedOrigins', (level) => level.allowedOrigins, []),
  };
}
