import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';

import { resolveQueue } from '#domain/auto-open-queue.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useSession } from '#lib/session-client/session-data.ts';
import { roomChunk, warmInteraction } from '#room/app/feature-table.ts';
import { forgetFailures } from '#room/app/forget-failures.ts';
import { currentInteractionId, type Stage } from '#room/journey/resolve-stage.ts';
import { afterPaint } from '#ui/after-paint.ts';

/** What comes next is fetched while the customer is busy with what is open, and can see it. */
export function useWarmAhead(stage: Stage): void {
  const cache = useQueryClient();
  const client = useSessionClient();
  const { interactions } = useSession();
  const current = currentInteractionId(stage);

  useEffect(() => {
    const next = resolveQueue(interactions).find(({ id }) => id !== current);
    return afterPaint(() => {
      const ahead =
        next && next.kind !== 'payment' && next.kind !== 'unknown'
          ? warmInteraction(cache, client, next)
          : cache.query(roomChunk);
      ahead.catch(() => {
        forgetFailures(cache);
      });
    });
  }, [interactions, current, cache, client]);
}
