/** What keeps a customer and their session together: contact, link, and who is there on the side of the business. */
import * as z from 'zod/mini';

import { agentIdSchema } from '#contract/ids.ts';
import { languageSchema } from '#contract/language.ts';
import { emailSchema, nameSchema, phoneSchema, titleSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';

/** All of it as it should have been; null = there is none. */
export const reengageInputSchema = z.object({
  customer: z.object({ name: nameSchema, email: z.nullable(emailSchema), phone: z.nullable(phoneSchema) }),
  /** Null only with embedded sessions: nothing is sent. */
  channel: z.nullable(engagementChannelSchema),
});
export type ReengageInput = z.infer<typeof reengageInputSchema>;

/** Of what is only planned. All of it as it should be; null = there is none. */
export const planInputSchema = z.object({
  customer: z.object({
    name: nameSchema,
    email: z.nullable(emailSchema),
    phone: z.nullable(phoneSchema),
    /** What messages to the customer will be written in. */
    language: languageSchema,
  }),
  /** Null only with embedded sessions. */
  channel: z.nullable(engagementChannelSchema),
});
export type PlanInput = z.infer<typeof planInputSchema>;

/** The customer's new link for whoever passes it on by themselves; null for everybody else (`startedSessionSchema`). */
export const invitedSchema = z.object({ url: z.nullable(z.string()) });

/** A person of the business who can start a session with the same team's settings. */
export const reassignInputSchema = z.object({ agent: agentIdSchema });

export const renameInputSchema = z.object({ title: titleSchema });

/** For how many seconds the agent has done nothing in this console; 0 = they are at work. */
export const activityInputSchema = z.object({ idleFor: z.int().check(z.minimum(0), z.maximum(86_400)) });
