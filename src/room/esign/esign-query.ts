import { queryOptions } from '@tanstack/react-query';

import { getEsign } from '#contract/endpoints/esign.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import type { EsignContent } from '#contract/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import { ContractError } from '#lib/api/failures.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';

/** A new revision is new content; a saved draft is not. */
export const esignQuery = (client: SessionClient, { id, revision }: Pick<EsignSummary, 'id' | 'revision'>) =>
  queryOptions({
    queryKey: ['esign', id, revision],
    queryFn: ({ signal }) => client.call(getEsign, null, { params: { interactionId: id }, signal }),
    staleTime: 'static',
  });

/** The document's bytes, which never change under one id: what is shown is what the signature will name by its hash. */
export const documentBytesQuery = (client: SessionClient, { id, sha256 }: EsignContent['document']) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: async ({ signal }) => {
      const response = await client.send(getFile, { params: { fileId: id }, signal });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!(await hasHash(bytes, sha256))) throw new ContractError('GET /api/files/:fileId');
      return bytes;
    },
    staleTime: 'static',
    gcTime: 60_000,
    structuralSharing: false,
  });

/** Note: without a secure context browsers cannot hash; the backend still refuses a signature under another document. */
async function hasHash(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  if (!('subtle' in crypto)) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
