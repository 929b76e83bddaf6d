/**
 * Settings as an administrator leaves them at one level (system, team, session). An absent key inherits.
 * What the levels amount to is the policy (`policy.ts`), resolved by `domain/resolve-policy.ts`.
 */
import * as z from 'zod/mini';

import { fileIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { nameSchema, textSchema } from '#contract/scalars.ts';

export const policyTextSchema = z.string().check(z.maxLength(limits.policyTextLength));
export const colorSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
export const daysBounds = { least: 1, most: 3_650 } as const;
export const daysSchema = z.int().check(z.minimum(daysBounds.least), z.maximum(daysBounds.most));
export const hourSchema = z.int().check(z.minimum(0), z.maximum(24));

export const reengagementSchema = z.enum(['continue', 'start-new']);
export const endAccessLevelSchema = z.enum(['full', 'full-until', 'limited', 'none']);
export const weekdaySchema = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const remindersSchema = z.object({
  weekdays: z.array(weekdaySchema).check(z.minLength(1), z.maxLength(7)),
  fromHour: hourSchema,
  toHour: hourSchema,
  timeZone: textSchema(64),
  repetitions: z.int().check(z.minimum(1), z.maximum(30)),
});

const toggleText = z.object({ on: z.optional(z.boolean()), text: z.optional(policyTextSchema) });

export const settingsLevelSchema = z.strictObject({
  reengagement: z.optional(reengagementSchema),
  singleActiveSession: z.optional(z.boolean()),
  inactiveAgentMessage: z.optional(toggleText),
  cookieDisclaimer: z.optional(z.extend(toggleText, { revision: z.optional(z.int().check(z.minimum(1))) })),
  autoOpen: z.optional(z.boolean()),
  embeddedSession: z.optional(z.boolean()),
  copySessionUrl: z.optional(z.boolean()),
  textMessages: z.optional(z.boolean()),
  /** Days a link works. */
  accessDuration: z.optional(daysSchema),
  consent: z.optional(toggleText),
  chat: z.optional(z.boolean()),
  attachments: z.optional(z.boolean()),
  requireReview: z.optional(z.boolean()),
  signingReasons: z.optional(z.array(nameSchema).check(z.maxLength(50))),
  reassign: z.optional(z.boolean()),
  endAccess: z.optional(z.object({ level: endAccessLevelSchema, days: z.optional(daysSchema) })),
  reminders: z.optional(z.object({ on: z.optional(z.boolean()), schedule: z.optional(remindersSchema) })),
  branding: z.optional(
    z.object({
      companyName: z.optional(nameSchema),
      logo: z.optional(fileIdSchema),
      primaryColor: z.optional(colorSchema),
      backgroundColor: z.optional(colorSchema),
    }),
  ),
  allowedOrigins: z.optional(z.array(z.url()).check(z.maxLength(100))),
});
export type SettingsLevel = z.infer<typeof settingsLevelSchema>;

/** The levels that apply to one session, widest first. */
export type SettingsLevels = {
  system: SettingsLevel;
  team: SettingsLevel;
  session: SettingsLevel;
};

/** Every value that a level may have or inherit on its own, by its path in `SettingsLevel`. */
export const settingNames = [
  'reengagement',
  'singleActiveSession',
  'inactiveAgentMessage.on',
  'inactiveAgentMessage.text',
  'cookieDisclaimer.on',
  'cookieDisclaimer.text',
  'cookieDisclaimer.revision',
  'autoOpen',
  'embeddedSession',
  'copySessionUrl',
  'textMessages',
  'accessDuration',
  'consent.on',
  'consent.text',
  'chat',
  'attachments',
  'requireReview',
  'signingReasons',
  'reassign',
  'endAccess',
  'reminders.on',
  'reminders.schedule',
  'branding.companyName',
  'branding.logo',
  'branding.primaryColor',
  'branding.backgroundColor',
  'allowedOrigins',
] as const;
export type SettingName = (typeof settingNames)[number];
