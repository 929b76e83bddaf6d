import { queryOptions } from '@tanstack/react-query';

import { getDocumentRequest } from '#contract/endpoints/document-request.ts';
import type { DocumentRequestSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { addedFilesKey } from '#room/files/added-files-key.ts';

type Named = Pick<DocumentRequestSummary, 'id' | 'revision'>;

/** Another tab may have added a file meanwhile. */
const freshMilliseconds = 30_000;

/** Note: sending a file does not raise the revision; whoever changed something asks again (`invalidateQueries`). */
export const documentRequestQuery = (client: SessionClient, { id, revision }: Named) =>
  queryOptions({
    queryKey: [...addedFilesKey(id), revision],
    queryFn: ({ signal }) => client.call(getDocumentRequest, null, { params: { interactionId: id }, signal }),
    staleTime: freshMilliseconds,
  });
