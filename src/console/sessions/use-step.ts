/** One thing that an agent does to a session: done once however often it is sent, said when it is done, and the page looks at it anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { IdempotencyKey } from '#contract/ids.ts';
import { sessionKey } from '#console/sessions/session-detail-query.ts';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { useAnnounce } from '#ui/live-region.tsx';

type Step<Content, Result> = {
  take: (content: Content, key: IdempotencyKey) => Promise<Result>;
  /** Said when it is done. */
  done: string;
  onDone?: (result: Result) => void;
};

export function useStep<Content, Result>(sessionId: string, { take, done, onDone }: Step<Content, Result>) {
  const intent = useIntent();
  const announce = useAnnounce();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (content: Content) => take(content, intent.keyFor(content ?? null)),
    onSuccess: (result) => {
      intent.forget();
      announce(done);
      onDone?.(result);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: sessionKey(sessionId) }),
  });
}
