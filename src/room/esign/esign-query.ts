import { queryOptions } from '@tanstack/react-query';

import { getEsign } from '#contract/endpoints/esign.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import type { EsignContent } from '#contract/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';

/** A new revision is new content; a saved draft is not. */
export const esignQuery = (client: SessionClient, { id, revision }: Pick<EsignSummary, 'id' | 'revision'>) =>
  queryOptions({
    queryKey: ['esign', id, revision],
    queryFn: ({ signal }) => client.call(getEsign, null, { params: { interactionId: id }, signal }),
    staleTime: 'static',
  });

/** The document's bytes. They never change under one id. */
export const documentBytesQuery = (client: SessionClient, { id }: Pick<EsignContent['document'], 'id'>) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: async ({ signal }) => {
      const response = await client.send(getFile, { params: { fileId: id }, signal });
      return new Uint8Array(await response.arrayBuffer());
    },
    staleTime: 'static',
    gcTime: 60_000,
    structuralSharing: false,
  });
