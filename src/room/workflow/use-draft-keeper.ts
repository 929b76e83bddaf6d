import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';

import { getWorkflow, saveWorkflowDraft } from '#contract/endpoints/workflow.ts';
import type { InteractionId } from '#contract/ids.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowContent } from '#contract/workflow.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { isFinished } from '#lib/session-client/session-data.ts';
import { deviceStorage } from '#lib/storage/safe-storage.ts';
import { createDeviceDrafts } from '#room/workflow/device-draft.ts';
import { createDraftKeeper, type DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { restoreDraft } from '#room/workflow/restore-draft.ts';
import { rememberDraft } from '#room/workflow/workflow-query.ts';

/** This page, as long as it is loaded. Two tabs are two writers, also when one was made from the other. */
const writer: string = createKey();

/** The draft of one set of questions, kept for as long as its screen is open. */
export function useDraftKeeper(interaction: WorkflowSummary, content: WorkflowContent): DraftKeeper {
  const client = useSessionClient();
  const cache = useQueryClient();
  const refreshSession = useRefreshSession();
  const params = { interactionId: interaction.id };

  const [keeper] = useState(() => {
    const device = createDeviceDrafts(deviceStorage, `questions:${client.storageKey}:${interaction.id}`);
    return createDraftKeeper(restoreDraft(content.definition, content.draft, device.read()), {
      writer,
      device,
      save: (draft) => client.call(saveWorkflowDraft, { ...draft, writer }, { params }),
      load: async () => (await client.call(getWorkflow, null, { params })).draft,
      onSaved: (draft) => {
        rememberDraft(cache, client, interaction, draft);
      },
      onRefused: () => {
        // Note: when not even this works, the screen stays and the words about not being saved are true.
        refreshSession().catch(() => undefined);
      },
    });
  });
  useKeptWhileOpen(keeper, interaction.id);
  return keeper;
}

/** Saves when the page is put away, which on phones is the last that is heard of it, and when the network is back. */
function useKeptWhileOpen(keeper: DraftKeeper, id: InteractionId): void {
  const cache = useQueryClient();
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') keeper.flush();
    };
    keeper.start();
    addEventListener('pagehide', keeper.flush);
    addEventListener('online', keeper.flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      removeEventListener('pagehide', keeper.flush);
      removeEventListener('online', keeper.flush);
      document.removeEventListener('visibilitychange', onVisibility);
      // Note: also when it was finished elsewhere nothing of it stays on this device.
      if (isFinished(cache, id)) keeper.end();
      else keeper.stop();
    };
  }, [cache, id, keeper]);
}
