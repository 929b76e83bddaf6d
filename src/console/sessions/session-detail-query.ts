import { queryOptions } from '@tanstack/react-query';

import type { AgentSession } from '#contract/agent-session.ts';
import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';
import { mergeMessages } from '#lib/session-client/messages-data.ts';

type Asking = Pick<ConsoleClient, 'ask'>;

/** Of everything that is known of one session. */
export const sessionKey = (sessionId: string) => ['sessions', 'one', sessionId] as const;

export const sessionQuery = ({ ask }: Asking, sessionId: string) =>
  queryOptions({
    queryKey: [...sessionKey(sessionId), 'now'],
    queryFn: async ({ client, queryKey, signal }) => {
      const asked = await ask(getAgentSession, null, { params: { sessionId }, signal });
      return keepNewer(client.getQueryData<AgentSession>(queryKey), asked);
    },
  });

/** The live feed may have been quicker than the answer. */
export function keepNewer(known: AgentSession | undefined, arrived: AgentSession): AgentSession {
  if (!known) return arrived;
  if (known.seq > arrived.seq) return known;
  return { ...arrived, messages: mergeMessages(known.messages, arrived.messages) };
}

/** Asked for when somebody looks at it: the whole of it is read and checked each time. */
export const trailQuery = ({ ask }: Asking, sessionId: string) =>
  queryOptions({
    queryKey: [...sessionKey(sessionId), 'trail'],
    queryFn: ({ signal }) => ask(getSessionTrail, null, { params: { sessionId }, signal }),
  });
