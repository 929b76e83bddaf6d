import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

import type { DocumentRequestContent } from '#contract/document-request.ts';
import { submitDocuments } from '#contract/endpoints/document-request.ts';
import type { FileId, IdempotencyKey } from '#contract/ids.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { failureCode } from '#lib/api/failures.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useApplySession } from '#lib/session-client/session-data.ts';
import { useUploads } from '#room/document-request/uploads/use-uploads.ts';

const outdatedCodes = ['interaction-changed', 'not-actionable', 'key-reused'];

/** What was shown is not what there is: look again instead of trying again. */
export const isOutdated = (failure: unknown): boolean => outdatedCodes.includes(failureCode(failure) ?? '');

/** Sends exactly what the customer sees. Trying the same again carries the same key, so a lost answer does no harm. */
export function useSubmitDocuments({ id, revision, items }: DocumentRequestContent) {
  const client = useSessionClient();
  const cache = useQueryClient();
  const uploads = useUploads();
  const applySession = useApplySession();
  const refreshSession = useRefreshSession();
  const intent = useRef<{ content: string; key: IdempotencyKey } | null>(null);

  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const selection: Record<string, FileId[]> = Object.fromEntries(
        items.map((item) => [item.id, item.files.map((file) => file.id)]),
      );
      const input = { revision, items: selection };
      const content = JSON.stringify(input);
      if (intent.current?.content !== content) intent.current = { content, key: createKey() };
      return client.call(submitDocuments, input, { params: { interactionId: id }, key: intent.current.key });
    },
    onSuccess: (session) => {
      uploads.clear(id);
      applySession(session);
    },
    onError: async (failure) => {
      if (!isOutdated(failure)) return;
      const looks = [cache.invalidateQueries({ queryKey: ['document-request', id] }), refreshSession()];
      // Note: a failed look changes nothing; the customer reads why it was not sent.
      await Promise.allSettled(looks);
    },
  });

  return {
    isSending: mutation.isPending,
    failure: mutation.error,
    send: () => {
      mutation.mutate();
    },
  };
}
