/**
 * What the live feed says, one JSON object an SSE message, `id:` = `seq`. A change carries the whole session as this
 * participant may see it, so a client never has to apply deltas and cannot drift. Presence has no place in the log:
 * it is sent once on connecting and whenever it changes.
 */
import * as z from 'zod/mini';

import { agentActivitySchema } from '#contract/entry.ts';
import { messageSchema } from '#contract/message.ts';
import { sessionSchema } from '#contract/session.ts';

export const liveEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), seq: z.int(), session: sessionSchema }),
  z.object({ kind: z.literal('message'), seq: z.int(), message: messageSchema }),
  z.object({ kind: z.literal('presence'), agentActivity: agentActivitySchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
