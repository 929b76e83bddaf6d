/** Branded identifiers. A plain string never passes for one; they are made only by parsing or by the backend's id port. */
import * as z from 'zod/mini';

const id = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

export const sessionIdSchema = id().brand('SessionId');
export const interactionIdSchema = id().brand('InteractionId');
export const participantIdSchema = id().brand('ParticipantId');
export const agentIdSchema = id().brand('AgentId');
export const teamIdSchema = id().brand('TeamId');
export const fileIdSchema = id().brand('FileId');
export const uploadIdSchema = id().brand('UploadId');
export const messageIdSchema = id().brand('MessageId');
export const webhookIdSchema = id().brand('WebhookId');
/**
 * Ids inside one definition (a field, a step, an item); unique only there. Note: answers are looked up by them, so what every
 * object has (`constructor`, `__proto__`) is no id.
 */
export const partIdSchema = id()
  .check(z.refine((part) => !(part in {})))
  .brand('PartId');
/** Made by the client, one per intent: repeating a write with the same key changes nothing. */
export const idempotencyKeySchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))
  .brand('IdempotencyKey');

export type SessionId = z.infer<typeof sessionIdSchema>;
export type InteractionId = z.infer<typeof interactionIdSchema>;
export type ParticipantId = z.infer<typeof participantIdSchema>;
export type AgentId = z.infer<typeof agentIdSchema>;
export type TeamId = z.infer<typeof teamIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
export type UploadId = z.infer<typeof uploadIdSchema>;
export type MessageId = z.infer<typeof messageIdSchema>;
export type WebhookId = z.infer<typeof webhookIdSchema>;
export type PartId = z.infer<typeof partIdSchema>;
export type IdempotencyKey = z.infer<typeof idempotencyKeySchema>;
