/**
 * What QA sees of a session: the record as it is stored beside what the customer may see of it, why the policy is what it is,
 * what happened, and what was sent. Only hosts that ask for QA's routes ever answer this.
 */
import * as z from 'zod/mini';

import { agentActivitySchema, entrySchema } from '#contract/entry.ts';
import { agentIdSchema, interactionIdSchema, partIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { interactionKinds, interactionStatuses } from '#contract/interaction.ts';
import { sessionStateSchema } from '#contract/person.ts';
import { explainedSettingSchema } from '#contract/preferences.ts';
import { roleSchema } from '#contract/rights.ts';
import { instantSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';
import { settingsLevelSchema } from '#contract/settings.ts';

/** Note: loose, because QA is to see everything that is stored; only what somebody relies on is named. */
const storedSessionSchema = z.looseObject({
  id: sessionIdSchema,
  team: teamIdSchema,
  agent: z.nullable(z.object({ id: agentIdSchema, name: z.string() })),
  state: sessionStateSchema,
  interactions: z.array(
    z.looseObject({
      id: interactionIdSchema,
      kind: z.enum(interactionKinds),
      title: z.string(),
      status: z.enum(interactionStatuses),
      items: z.optional(z.array(z.looseObject({ id: partIdSchema, title: z.string() }))),
    }),
  ),
});

const logEntrySchema = z.object({
  seq: z.int(),
  at: z.number(),
  actor: z.object({ kind: z.enum(['customer', 'agent', 'system']), name: z.string() }),
  fact: z.looseObject({ kind: z.string() }),
  previousHash: z.string(),
  hash: z.string(),
});

const sentMessageSchema = z.object({
  id: z.string(),
  kind: z.string(),
  channel: engagementChannelSchema,
  to: z.string(),
  recipientName: z.string(),
  words: z.object({ subject: z.string(), text: z.string(), action: z.string(), closing: z.string() }),
  /** The customer's link; null once delivered. */
  url: z.nullable(z.string()),
  createdAt: z.number(),
  delivery: z.object({
    state: z.enum(['waiting', 'sent', 'kept', 'dead', 'cancelled']),
    tries: z.int(),
    reason: z.nullable(z.string()),
  }),
});

export const qaPeopleSchema = z.object({
  people: z.array(z.object({ name: z.string(), role: roleSchema, team: teamIdSchema, credential: z.string() })),
});

export const inspectionSchema = z.object({
  /** The backend's time. */
  now: instantSchema,
  stored: storedSessionSchema,
  /** What entering by this link would bring now. */
  visible: z.union([entrySchema, z.object({ kind: z.literal('link-unknown') })]),
  agentActivity: agentActivitySchema,
  /** As the agent's console told it last; null when nobody ever did, or it cannot be looked up. */
  presence: z.nullable(z.object({ connected: z.boolean(), idleSince: z.optional(z.number()), changedAt: z.number() })),
  levels: z.object({ session: settingsLevelSchema, team: settingsLevelSchema, system: settingsLevelSchema }),
  policy: z.array(explainedSettingSchema),
  /** Oldest first. */
  log: z.array(logEntrySchema),
  /** Nothing in the log was altered, and nothing is missing. */
  isLogIntact: z.boolean(),
  /** Oldest first. */
  outbox: z.array(sentMessageSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;
