import type { QueryClient } from '@tanstack/react-query';

import type { DocumentRequestSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { documentRequestQuery } from '#room/document-request/document-request-query.ts';
import { DocumentRequestScreen } from '#room/document-request/document-request-screen.tsx';

export const documentRequestFeature = {
  Screen: DocumentRequestScreen,
  warm: (cache: QueryClient, client: SessionClient, interaction: DocumentRequestSummary): Promise<unknown> =>
    cache.query(documentRequestQuery(client, interaction)),
};
