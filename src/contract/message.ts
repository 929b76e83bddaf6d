/** Chat between the customer and the agent. Messages are log entries, so `seq` orders them and resumes them. */
import * as z from 'zod/mini';

import { fileSchema } from '#contract/file.ts';
import { idempotencyKeySchema, messageIdSchema, participantIdSchema, uploadIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { instantSchema } from '#contract/scalars.ts';

export const messageSchema = z.object({
  id: messageIdSchema,
  seq: z.int(),
  from: z.enum(['customer', 'agent']),
  authorName: z.string(),
  /** Who of those invited wrote it; absent = the agent, or the customer that the session was started for. */
  participant: z.optional(participantIdSchema),
  /** Empty where files say it all. */
  text: z.string(),
  attachments: z.array(fileSchema),
  sentAt: instantSchema,
  /** The sender's key: how a client finds its own pending message again. */
  key: idempotencyKeySchema,
});
export type Message = z.infer<typeof messageSchema>;

/** Words, files, or both. */
export const sendMessageInputSchema = z
  .object({
    text: z.string().check(z.maxLength(limits.messageLength)),
    /** Uploads that are whole (`createUpload`, `addAttachment`), each in no other message. */
    attachments: z._default(z.array(uploadIdSchema).check(z.maxLength(limits.attachmentsPerMessage)), []),
  })
  .check(z.refine(({ text, attachments }) => attachments.length > 0 || /\S/.test(text), { path: ['text'] }));
export type NewMessage = z.infer<typeof sendMessageInputSchema>;

/** A file that an agent brought for a message. */
export const addedAttachmentSchema = z.object({ uploadId: uploadIdSchema, file: fileSchema });
export const messagesSchema = z.object({ messages: z.array(messageSchema) });
