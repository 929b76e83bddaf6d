/** The session as one participant may see it. Every completing endpoint answers with it, and the live feed carries it. */
import * as z from 'zod/mini';

import { interactionSchema } from '#contract/interaction.ts';
import { limits } from '#contract/limits.ts';
import { interactionIdSchema, participantIdSchema, partIdSchema, sessionIdSchema } from '#contract/ids.ts';
import { instantSchema } from '#contract/scalars.ts';

export const engagementChannelSchema = z.enum(['email', 'sms']);
export type EngagementChannel = z.infer<typeof engagementChannelSchema>;

export const participantSchema = z.object({
  id: participantIdSchema,
  /** 1 = the customer the session was started for. */
  number: z.int(),
  name: z.string(),
  role: z.enum(['primary', 'invited']),
});

const sessionPartSchema = z.object({ workflow: interactionIdSchema, step: partIdSchema, task: interactionSchema });
export type SessionPart = z.infer<typeof sessionPartSchema>;

export const sessionSchema = z.object({
  id: sessionIdSchema,
  /** Sequence number of the newest log entry behind this view; a smaller one never replaces a larger one. */
  seq: z.int(),
  state: z.enum(['open', 'ended']),
  /** `limited`: review and download, no completing. */
  access: z.enum(['full', 'limited']),
  agentName: z.nullable(z.string()),
  startedAt: instantSchema,
  you: participantIdSchema,
  participants: z.array(participantSchema),
  /** In the order they were added. */
  interactions: z.array(interactionSchema).check(z.maxLength(limits.interactionsPerSession)),
  /** This participant's tasks that are steps of a workflow; absent where there are none. Never tasks besides it. */
  parts: z.optional(z.array(sessionPartSchema).check(z.maxLength(limits.interactionsPerSession))),
});
export type Session = z.infer<typeof sessionSchema>;
