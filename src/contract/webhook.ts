/** Webhooks: what the business's systems are told, and how telling them went. What is told names nobody: ids and states. */
import * as z from 'zod/mini';

import { interactionIdSchema, sessionIdSchema, teamIdSchema, webhookIdSchema } from '#contract/ids.ts';
import { interactionKinds, interactionStatuses } from '#contract/interaction.ts';
import { sessionStateSchema } from '#contract/person.ts';
import { instantSchema } from '#contract/scalars.ts';

export const webhookEventKinds = [
  'session-started',
  'session-ended',
  'interaction-added',
  /** Signed, handed in or paid; `status` says whether somebody has to look at it first. */
  'interaction-completed',
  'interaction-declined',
  'interaction-returned',
  'interaction-accepted',
  'interaction-withdrawn',
] as const;
const eventKindSchema = z.enum(webhookEventKinds);
export type WebhookEventKind = z.infer<typeof eventKindSchema>;

/** The body of a delivery. `session` is as it was right after what happened. */
export const webhookEventSchema = z.object({
  /** The same however often it is delivered, and to whomever. */
  id: z.string(),
  /** `ping`: an administrator tries the webhook out. */
  kind: z.enum([...webhookEventKinds, 'ping']),
  at: instantSchema,
  session: z.nullable(z.object({ id: sessionIdSchema, team: teamIdSchema, state: sessionStateSchema })),
  interaction: z.nullable(
    z.object({ id: interactionIdSchema, kind: z.enum(interactionKinds), status: z.enum(interactionStatuses) }),
  ),
});
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

export const webhookInputSchema = z.object({
  /** `https`; on a host for trying things out also `http` to this machine. Without credentials. */
  url: z.string().check(z.maxLength(2_000)),
  events: z.array(eventKindSchema).check(z.minLength(1), z.maxLength(webhookEventKinds.length)),
});

export const webhookSchema = z.object({
  ...webhookInputSchema.shape,
  id: webhookIdSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
});
export type Webhook = z.infer<typeof webhookSchema>;

/** `secret`: what deliveries are signed with. Told once. */
export const addedWebhookSchema = z.object({ webhook: webhookSchema, secret: z.string() });

export const webhookDeliverySchema = z.object({
  id: z.string(),
  event: webhookEventSchema,
  /** `kept`: nothing here sends; `dead`: given up. */
  state: z.enum(['waiting', 'sent', 'kept', 'dead', 'cancelled']),
  tries: z.int(),
  /** When it was settled; null while it waits. */
  settledAt: z.nullable(instantSchema),
  /** When it is tried next; null when it is settled. */
  nextTryAt: z.nullable(instantSchema),
  /** What the latest try was answered, in few words: `HTTP 204`; null before the first. */
  answer: z.nullable(z.string()),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
