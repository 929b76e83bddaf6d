/**
 * What the live feed of those who work on a session says. As to customers, a change is the whole session, and what was written comes once,
 * message by message. Who is there and what the policy allows are in no log: when they change the session comes again under the number it has.
 */
import * as z from 'zod/mini';

import { agentSessionSchema } from '#contract/agent-session.ts';
import { messageEventSchema, typingEventSchema } from '#contract/live-event.ts';

export const agentLiveEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), seq: z.int(), session: z.omit(agentSessionSchema, { messages: true }) }),
  messageEventSchema,
  typingEventSchema,
]);
export type AgentLiveEvent = z.infer<typeof agentLiveEventSchema>;
