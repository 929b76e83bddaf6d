/** Follows the session live for as long as the customer is inside. Fetched after the first screen is drawn. */
import { useEffect, useEffectEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';

import { setFeedConnection } from '#lib/session-client/feed-connection.ts';
import type { FeedEndCode } from '#lib/session-client/follow-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';

/** Once, in the layout of everything behind the gates. `onEnd`: the backend lets this visit follow no longer. */
export function useLiveFeed({ onEnd }: { onEnd: (code: FeedEndCode) => void }): void {
  const cache = useQueryClient();
  const client = useSessionClient();
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let stop: (() => void) | undefined;
    const follow = () => {
      import('#lib/session-client/follow-session.ts').then(
        ({ followSession }) => {
          if (signal.aborted) return;
          stop ??= followSession(cache, client, (code) => {
            end(code);
          });
        },
        () => {
          setFeedConnection(cache, { state: 'stale', retry: follow });
        },
      );
    };
    follow();
    // Note: for when the code itself could not be fetched; once it runs it listens for itself.
    addEventListener('online', follow, { signal });
    return () => {
      leaving.abort();
      stop?.();
    };
  }, [cache, client]);
}
