import { useQueryClient } from '@tanstack/react-query';

import type { DocumentRequestContent } from '#contract/document-request.ts';
import { submitDocuments } from '#contract/endpoints/document-request.ts';
import type { FileId } from '#contract/ids.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { isOvertaken, useSubmission } from '#lib/session-client/use-submission.ts';
import { addedFilesKey } from '#room/files/added-files-key.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';

/** Sends exactly what the customer sees. */
export function useSubmitDocuments({ id, revision, items }: DocumentRequestContent) {
  const client = useSessionClient();
  const cache = useQueryClient();
  const uploads = useUploads();
  const selection: Record<string, FileId[]> = Object.fromEntries(
    items.map((item) => [item.id, item.files.map((file) => file.id)]),
  );

  const submission = useSubmission({
    id,
    submit: (input: { revision: number; items: Record<string, FileId[]> }, key) =>
      client.call(submitDocuments, input, { params: { interactionId: id }, key }),
    onDone: () => {
      uploads.clear(id);
    },
    onFailed: (failure) => {
      if (isOvertaken(failure)) void cache.invalidateQueries({ queryKey: addedFilesKey(id) });
    },
  });

  return {
    isSending: submission.isPending,
    failure: submission.error,
    send: () => {
      submission.mutate({ revision, items: selection });
    },
  };
}
