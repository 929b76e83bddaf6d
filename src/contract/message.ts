/** Chat between the customer and the agent. Messages are log entries, so `seq` orders them and resumes them. */
import * as z from 'zod/mini';

import { idempotencyKeySchema, messageIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { instantSchema, textSchema } from '#contract/scalars.ts';

export const messageTextSchema = textSchema(limits.messageLength);

export const messageSchema = z.object({
  id: messageIdSchema,
  seq: z.int(),
  from: z.enum(['customer', 'agent']),
  authorName: z.string(),
  text: z.string(),
  sentAt: instantSchema,
  /** The sender's key: how a client finds its own pending message again. */
  key: idempotencyKeySchema,
});
export type Message = z.infer<typeof messageSchema>;

export const sendMessageInputSchema = z.object({ text: messageTextSchema });
export const messagesSchema = z.object({ messages: z.array(messageSchema) });
