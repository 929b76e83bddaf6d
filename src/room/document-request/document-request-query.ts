import { queryOptions } from '@tanstack/react-query';

import type { FileInfo } from '#contract/file.ts';
import { getDocumentRequest } from '#contract/endpoints/document-request.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import type { DocumentRequestSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';

type Named = Pick<DocumentRequestSummary, 'id' | 'revision'>;

/** Another tab may have added a file meanwhile. */
const freshMilliseconds = 30_000;

/** Note: sending a file does not raise the revision; whoever changed something asks again (`invalidateQueries`). */
export const documentRequestQuery = (client: SessionClient, { id, revision }: Named) =>
  queryOptions({
    queryKey: ['document-request', id, revision],
    queryFn: ({ signal }) => client.call(getDocumentRequest, null, { params: { interactionId: id }, signal }),
    staleTime: freshMilliseconds,
  });

export const fileBytesQuery = (client: SessionClient, { id }: Pick<FileInfo, 'id'>) =>
  queryOptions({
    queryKey: ['file-bytes', id],
    queryFn: async ({ signal }) => (await client.send(getFile, { params: { fileId: id }, signal })).blob(),
    staleTime: 'static',
  });
