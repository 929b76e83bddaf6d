/**
 * The policy: the effective settings of one session, already merged, each value with the level it came from.
 * The backend resolves it at every entry; the client only reads it.
 */
import * as z from 'zod/mini';

import { fileIdSchema } from '#contract/ids.ts';
import {
  colorSchema,
  daysSchema,
  endAccessLevelSchema,
  policyTextSchema,
  reengagementSchema,
  remindersSchema,
} from '#contract/settings.ts';

export const originSchema = z.enum(['session', 'team', 'system', 'default']);
export type Origin = z.infer<typeof originSchema>;

const resolved = <Value extends z.core.$ZodType>(value: Value) => z.object({ value, origin: originSchema });

/** `text` is null when no level has one; `textOrigin` then says `default`. */
const resolvedToggleText = z.object({
  value: z.boolean(),
  origin: originSchema,
  text: z.nullable(policyTextSchema),
  textOrigin: originSchema,
});

export const policySchema = z.object({
  reengagement: resolved(reengagementSchema),
  singleActiveSession: resolved(z.boolean()),
  inactiveAgentMessage: resolvedToggleText,
  cookieDisclaimer: z.extend(resolvedToggleText, {
    /** A changed text gets a new revision and is shown again. */
    revision: z.int(),
  }),
  autoOpen: resolved(z.boolean()),
  embeddedSession: resolved(z.boolean()),
  copySessionUrl: resolved(z.boolean()),
  textMessages: resolved(z.boolean()),
  accessDuration: resolved(daysSchema),
  consent: resolvedToggleText,
  chat: resolved(z.boolean()),
  attachments: resolved(z.boolean()),
  requireReview: resolved(z.boolean()),
  signingReasons: resolved(z.array(z.string())),
  reassign: resolved(z.boolean()),
  endAccess: resolved(z.object({ level: endAccessLevelSchema, days: z.optional(daysSchema) })),
  reminders: z.extend(resolved(z.boolean()), {
    schedule: remindersSchema,
    scheduleOrigin: originSchema,
  }),
  branding: z.object({
    companyName: resolved(z.nullable(z.string())),
    logo: resolved(z.nullable(fileIdSchema)),
    primaryColor: resolved(z.nullable(colorSchema)),
    backgroundColor: resolved(z.nullable(colorSchema)),
  }),
  allowedOrigins: resolved(z.array(z.string())),
});
export type Policy = z.infer<typeof policySchema>;
