import { queryOptions } from '@tanstack/react-query';

import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import type { ConsoleClient } from '#console/client/console-client.tsx';

type Asking = Pick<ConsoleClient, 'ask'>;

/** Of everything that is known of one session. */
export const sessionKey = (sessionId: string) => ['sessions', 'one', sessionId] as const;

/** Milliseconds: a customer is at work on the other side. */
const lookAgainAfter = 3_000;

export const sessionQuery = ({ ask }: Asking, sessionId: string) =>
  queryOptions({
    queryKey: [...sessionKey(sessionId), 'now'],
    queryFn: ({ signal }) => ask(getAgentSession, null, { params: { sessionId }, signal }),
    refetchInterval: lookAgainAfter,
  });

/** Asked for when somebody looks at it: the whole of it is read and checked each time. */
export const trailQuery = ({ ask }: Asking, sessionId: string) =>
  queryOptions({
    queryKey: [...sessionKey(sessionId), 'trail'],
    queryFn: ({ signal }) => ask(getSessionTrail, null, { params: { sessionId }, signal }),
  });
