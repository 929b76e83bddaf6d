/** News between the tabs of one browser: what changed, never the data itself. Where there is no channel, tabs stand alone. */
import * as z from 'zod/mini';

import { agentIdSchema, participantIdSchema, sessionIdSchema } from '#contract/ids.ts';

const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), session: sessionIdSchema }),
  z.object({ kind: z.literal('presence'), agent: agentIdSchema }),
  z.object({ kind: z.literal('attendance'), participant: participantIdSchema }),
  z.object({
    kind: z.literal('typing'),
    session: sessionIdSchema,
    typing: z.object({ from: z.enum(['customer', 'agent']), name: z.string() }),
  }),
  z.object({ kind: z.literal('settings') }),
  z.object({ kind: z.literal('conditions') }),
  z.object({ kind: z.literal('reset') }),
]);
export type TabNews = z.infer<typeof newsSchema>;

export type TabChannel = {
  /** Reaches every other tab, never this one. */
  tell: (news: TabNews) => void;
  /** Returns how to stop. */
  listen: (callback: (news: TabNews) => void) => () => void;
  close: () => void;
};

export function createTabChannel(name = 'session-room'): TabChannel {
  const channel = openChannel(name);
  return {
    tell: (news) => channel?.postMessage(news),
    listen: (callback) => {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        const news = newsSchema.safeParse(data);
        if (news.success) callback(news.data);
      };
      channel?.addEventListener('message', onMessage);
      return () => channel?.removeEventListener('message', onMessage);
    },
    close: () => channel?.close(),
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Old browsers have none, and a frame with blocked storage may refuse it.
    return undefined;
  }
}
