import { useQueryClient } from '@tanstack/react-query';

import { removeFile } from '#contract/endpoints/document-request.ts';
import type { FileInfo } from '#contract/file.ts';
import type { InteractionId } from '#contract/ids.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { documentRequestQuery } from '#room/document-request/document-request-query.ts';

/** Takes a file off again, on the backend first. */
export function useRemoveFile(interactionId: InteractionId): (file: FileInfo) => Promise<void> {
  const client = useSessionClient();
  const cache = useQueryClient();
  return async ({ id }) => {
    const content = await client.call(removeFile, null, { params: { interactionId, fileId: id } });
    cache.setQueryData(documentRequestQuery(client, content).queryKey, content);
  };
}
