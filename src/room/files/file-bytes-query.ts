import { queryOptions } from '@tanstack/react-query';

import { getFile } from '#contract/endpoints/interaction.ts';
import type { FileInfo } from '#contract/file.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';

export const fileBytesQuery = (client: SessionClient, { id }: Pick<FileInfo, 'id'>) =>
  queryOptions({
    queryKey: ['file-bytes', id],
    queryFn: async ({ signal }) => (await client.send(getFile, { params: { fileId: id }, signal })).blob(),
    staleTime: 'static',
  });
