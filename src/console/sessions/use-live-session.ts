/** One session as it is now: asked for once, then told live; asked for again and again only while there is no live feed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { useConsole } from '#console/client/console-client.tsx';
import { followSession } from '#console/sessions/follow-session.ts';
import { sessionQuery } from '#console/sessions/session-detail-query.ts';
import type { FeedState } from '#lib/live-feed/create-live-feed.ts';

/** Milliseconds: a customer is at work on the other side. */
const lookAgainAfter = 3_000;

/** `typing`: which customer is writing at this moment. */
export function useLiveSession(sessionId: string) {
  const { ask, fetch } = useConsole();
  const cache = useQueryClient();
  const [state, setState] = useState<FeedState>('connecting');
  const [typing, setTyping] = useState<string | null>(null);
  const query = useQuery({
    ...sessionQuery({ ask }, sessionId),
    refetchInterval: state === 'live' ? false : lookAgainAfter,
  });
  const isLoaded = query.data !== undefined;
  useEffect(
    () =>
      isLoaded
        ? followSession(cache, { ask, fetch }, sessionId, { onStateChange: setState, onTyping: setTyping })
        : undefined,
    [cache, ask, fetch, sessionId, isLoaded],
  );
  return { query, state, typing };
}
