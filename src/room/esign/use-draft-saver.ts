import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';

import { saveEsignDraft } from '#contract/endpoints/esign.ts';
import type { EsignSummary } from '#contract/interaction.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { isFinished } from '#lib/session-client/session-data.ts';
import { createDraftSaver, type DraftSaver } from '#room/esign/draft-saver.ts';
import type { EsignDraftStore } from '#room/esign/esign-draft-store.ts';

/** This page, among the tabs and devices that may type into the same document. */
const writer = createKey();

/** Saves what is entered while the screen is there, and what waits when it is left or put into the background. */
export function useDraftSaver({ id }: Pick<EsignSummary, 'id'>, draft: EsignDraftStore): DraftSaver {
  const client = useSessionClient();
  const cache = useQueryClient();
  const refreshSession = useRefreshSession();
  const [saver] = useState(() =>
    createDraftSaver({
      readValues: () => draft.store.getState().values,
      save: (values, takeOver) =>
        client.call(
          saveEsignDraft,
          { writer, revision: draft.readBase(), takeOver, content: { values } },
          { params: { interactionId: id } },
        ),
      onSaved: ({ revision }) => {
        draft.setBase(revision);
      },
      onRefused: () => {
        // Note: when not even this works, the screen stays, and submitting asks again.
        refreshSession().catch(() => undefined);
      },
    }),
  );

  useEffect(() => {
    saver.start();
    const unsubscribe = draft.store.subscribe((work, before) => {
      if (work.values !== before.values) saver.touch();
    });
    const onHide = () => {
      if (document.visibilityState === 'hidden') saver.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    addEventListener('online', saver.flush);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('online', saver.flush);
      // Note: also when it was finished elsewhere nothing of it stays on this device.
      if (isFinished(cache, id)) {
        saver.stop();
        draft.forget();
      } else saver.leave();
    };
  }, [cache, draft, id, saver]);

  return saver;
}
