/**
 * What the live feed says, one JSON object an SSE message, `id:` = `seq`. A change carries the whole session as this
 * participant may see it, so a client never has to apply deltas and cannot drift. Presence has no place in the log:
 * it is sent once on connecting and whenever it changes. Kinds that a reader does not know are of a newer backend, and not for them.
 */
import * as z from 'zod/mini';

import { agentActivitySchema } from '#contract/entry.ts';
import { messageSchema } from '#contract/message.ts';
import { sessionSchema } from '#contract/session.ts';

export const messageEventSchema = z.object({ kind: z.literal('message'), seq: z.int(), message: messageSchema });

/**
 * Somebody on the other side is writing (`name`). Kept nowhere and never sent later: it holds for a few seconds (`domain/typing.ts`), or
 * until what they wrote arrives.
 */
export const typingEventSchema = z.object({ kind: z.literal('typing'), name: z.string() });

export const liveEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), seq: z.int(), session: sessionSchema }),
  messageEventSchema,
  z.object({ kind: z.literal('presence'), agentActivity: agentActivitySchema }),
  /** Only to whoever asked for it: pages from before there was such a kind take it for a failure. */
  typingEventSchema,
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
