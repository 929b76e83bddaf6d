import type { QueryClient } from '@tanstack/react-query';

import type { EsignSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { documentBytesQuery, esignQuery } from '#room/esign/esign-query.ts';
import { EsignScreen } from '#room/esign/esign-screen.tsx';
import { openAhead } from '#lib/pdf/open-document.ts';
import { loadPdf } from '#lib/pdf/load-pdf.ts';

/** Fetches everything at once: pdf.js and its worker, what is to be signed, the document; and opens it. */
async function warm(cache: QueryClient, client: SessionClient, interaction: EsignSummary): Promise<void> {
  const content = cache.query(esignQuery(client, interaction));
  const bytes = content.then(({ document }) => cache.query(documentBytesQuery(client, document)));
  await Promise.all([loadPdf(), bytes.then(openAhead)]);
}

export const esignFeature = { Screen: EsignScreen, warm };
