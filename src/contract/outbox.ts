/** Messages to customers as people of the business see them: what was said, to whom, and how far it got. */
import * as z from 'zod/mini';

import { sessionIdSchema } from '#contract/ids.ts';
import { instantSchema } from '#contract/scalars.ts';
import { engagementChannelSchema } from '#contract/session.ts';

export const messageKinds = ['invitation', 'handed-over', 'new-link', 'reminder', 'news', 'completion'] as const;

/**
 * `kept`: this host delivers nothing over that channel, whoever looks after it passes it on. `dead`: given up. `cancelled`: not wanted any
 * more.
 */
export const deliveryStates = ['waiting', 'sent', 'kept', 'dead', 'cancelled'] as const;

/** Letters, digits, `-` and `_`, as ids are. */
export const outboxIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/));

export const outboxMessageSchema = z.object({
  id: outboxIdSchema,
  sessionId: sessionIdSchema,
  kind: z.enum(messageKinds),
  channel: engagementChannelSchema,
  /** Email address or E.164 phone number. */
  to: z.string(),
  recipientName: z.string(),
  /** As it is read: the link comes between `text` and `closing`. A text message has a `text` only. */
  words: z.object({ subject: z.string(), text: z.string(), action: z.string(), closing: z.string() }),
  /** The customer's own; null to whoever may not see it, and once it is not needed here any more. */
  url: z.nullable(z.string()),
  createdAt: instantSchema,
  state: z.enum(deliveryStates),
  /** A try to send it has begun, and nobody knows yet what comes of it. */
  isUnderWay: z.boolean(),
  tries: z.int(),
  /** Of a message that waits; null of any other. */
  nextTryAt: z.nullable(instantSchema),
  /** When it got that far; null while it waits. */
  settledAt: z.nullable(instantSchema),
  /** Why the last try failed, or why there was none. */
  reason: z.nullable(z.string()),
  /** Who last took it in hand. */
  steered: z.nullable(z.object({ what: z.enum(['retry', 'cancel']), by: z.string(), at: instantSchema })),
  canRetry: z.boolean(),
  canCancel: z.boolean(),
});
export type ListedMessage = z.infer<typeof outboxMessageSchema>;

/** `next`: the `cursor` of the page after this one; null = this is the last. */
export const outboxPageSchema = z.object({ messages: z.array(outboxMessageSchema), next: z.nullable(z.string()) });
