/** Settings → Session → Preferences: a level (system or team) as administrators see and change it, and the log of its changes. */
import * as z from 'zod/mini';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import { originSchema } from '#contract/policy.ts';
import { instantSchema } from '#contract/scalars.ts';
import { settingNames, settingsLevelSchema } from '#contract/settings.ts';

export const settingNameSchema = z.enum(settingNames);

export const explainedSettingSchema = z.object({
  name: settingNameSchema,
  /** What every level says, narrowest first, the default last. The first is in force, the others lost against it. */
  candidates: z.array(z.object({ origin: originSchema, value: z.unknown() })).check(z.minLength(1)),
});

/** `version` goes up by one with every change of the level; 0 = nothing was ever set. */
export const preferencesSchema = z.object({
  version: z.int(),
  /** What this level says itself; what is absent is inherited. */
  own: settingsLevelSchema,
  /** What it comes to, in the order of `settingNames`. */
  settings: z.array(explainedSettingSchema),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** As `SettingsLevel` has it under that name; `null` = inherited. */
export const settingValueSchema = z.nullable(
  z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
);
export type SettingValue = z.infer<typeof settingValueSchema>;

export const settingChangeSchema = z.object({
  setting: settingNameSchema,
  from: settingValueSchema,
  to: settingValueSchema,
});
export type SettingChange = z.infer<typeof settingChangeSchema>;

/**
 * All of them or none. `from` is what the writer saw: whatever has another value by now is not overwritten, while other settings of the
 * level may have changed. What already has the value asked for is left alone, so that a repeated request does no harm.
 */
export const changeSettingsInputSchema = z.object({
  changes: z.array(settingChangeSchema).check(z.minLength(1), z.maxLength(settingNames.length)),
});

/** A whole level at once. `version`: of the level that the writer read; when it has another by now, nothing is saved. */
export const saveSettingsInputSchema = z.object({
  version: z.int().check(z.nonnegative()),
  settings: settingsLevelSchema,
});
export type SaveSettingsInput = z.infer<typeof saveSettingsInputSchema>;

export const settingsLogEntrySchema = z.object({
  /** The version of the level that this change made. */
  version: z.int(),
  at: instantSchema,
  by: z.object({ id: agentIdSchema, name: z.string() }),
  changes: z.array(settingChangeSchema),
});

/** Newest first. `next`: the `cursor` of the page after this one; null = this is the last. */
export const settingsLogPageSchema = z.object({
  entries: z.array(settingsLogEntrySchema),
  next: z.nullable(z.string()),
});

/** What applies to one session, and why. */
export const sessionPreferencesSchema = z.object({
  customerName: z.string(),
  team: teamIdSchema,
  settings: z.array(explainedSettingSchema),
});
