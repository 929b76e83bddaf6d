/** One session as the people of the business work on it: what came of it (`results.ts`), who takes part, how they get in, what was written. */
import * as z from 'zod/mini';

import { agentIdSchema, interactionIdSchema, participantIdSchema } from '#contract/ids.ts';
import { languageSchema } from '#contract/language.ts';
import { messageSchema } from '#contract/message.ts';
import { deliveryStates, messageKinds } from '#contract/outbox.ts';
import { sessionResultsSchema } from '#contract/results.ts';
import { instantSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';
import { workflowDefinitionSchema } from '#contract/workflow.ts';

export const agentSessionSchema = z.extend(sessionResultsSchema, {
  /** Sequence number of the newest log entry behind this view; a smaller one never replaces a larger one. */
  seq: z.int(),
  agent: z.nullable(z.object({ id: agentIdSchema, name: z.string() })),
  channel: z.nullable(engagementChannelSchema),
  /** The customer first. */
  participants: z.array(
    z.object({
      id: participantIdSchema,
      number: z.int(),
      name: z.string(),
      email: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      /** Where messages to them go. */
      channel: z.nullable(engagementChannelSchema),
      language: languageSchema,
      /** Whether they are on a page of the session at this moment. */
      isThere: z.boolean(),
      /** The newest to the address that they have now, and how far it got; null = nothing was written there. */
      lastMessage: z.nullable(
        z.object({ kind: z.enum(messageKinds), state: z.enum(deliveryStates), createdAt: instantSchema }),
      ),
    }),
  ),
  /** The newest last. What a link is made of is told once, to whoever it is sent to, and kept nowhere. */
  links: z.array(
    z.object({
      participant: participantIdSchema,
      createdAt: instantSchema,
      expiresAt: instantSchema,
      revokedAt: z.nullable(instantSchema),
    }),
  ),
  /** What was asked in each workflow, for whoever reads its answers. */
  definitions: z.record(interactionIdSchema, workflowDefinitionSchema),
  messages: z.array(messageSchema),
  /** What the policy allows now. `invitations`: messages are sent at all; `copyLinks`: links are passed on by hand instead. */
  allows: z.object({
    chat: z.boolean(),
    attachments: z.boolean(),
    textMessages: z.boolean(),
    invitations: z.boolean(),
    copyLinks: z.boolean(),
  }),
});
export type AgentSession = z.infer<typeof agentSessionSchema>;

/** Everything that happened, oldest first; each entry is chained to the one before it. */
export const sessionTrailSchema = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at: instantSchema,
      actor: z.object({ kind: z.enum(['customer', 'agent', 'system']), name: z.string() }),
      /** Kinds of a newer backend are told by their name. */
      kind: z.string(),
      interaction: z.nullable(interactionIdSchema),
      reason: z.nullable(z.string()),
      /** Whom it was handed to. */
      to: z.nullable(z.string()),
      /** What was attached to a message, by name. */
      attached: z.array(z.string()),
    }),
  ),
  /** False when an entry was changed or is missing. */
  isIntact: z.boolean(),
});
export type SessionTrail = z.infer<typeof sessionTrailSchema>;
