import { useQueryClient } from '@tanstack/react-query';

import type { EsignSummary } from '#contract/interaction.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import type { DraftSaver } from '#room/esign/draft-saver.ts';
import type { EsignDraftStore } from '#room/esign/esign-draft-store.ts';
import { esignQuery } from '#room/esign/esign-query.ts';

/** Puts what was saved elsewhere in the place of what is here. */
export function useLoadOthersDraft(interaction: EsignSummary, draft: EsignDraftStore, saver: DraftSaver): () => void {
  const cache = useQueryClient();
  const client = useSessionClient();
  const load = async () => {
    const { draft: saved } = await cache.query({ ...esignQuery(client, interaction), staleTime: 0 });
    if (!saved) return;
    draft.setBase(saved.revision);
    draft.replaceValues(saved.content.values);
    saver.settle(saved.savedAt);
  };
  return () => {
    // Note: what could not be loaded leaves the choice open, and the notice where it is.
    load().catch(() => undefined);
  };
}
