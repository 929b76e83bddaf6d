import { type QueryClient, queryOptions } from '@tanstack/react-query';

import { getWorkflow } from '#contract/endpoints/workflow.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowContent } from '#contract/workflow.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';

type Target = Pick<WorkflowSummary, 'id' | 'revision'>;
export type SavedDraft = WorkflowContent['draft'];

/** The steps and what was answered before. Its draft is kept as new as this page knows it (`rememberDraft`). */
export const workflowQuery = (client: SessionClient, { id, revision }: Target) =>
  queryOptions({
    queryKey: ['workflow', id, revision],
    queryFn: ({ signal }) => client.call(getWorkflow, null, { params: { interactionId: id }, signal }),
    staleTime: 'static',
  });

/** So that coming back from the room starts from what was saved last. */
export function rememberDraft(cache: QueryClient, client: SessionClient, target: Target, draft: SavedDraft): void {
  cache.setQueryData(workflowQuery(client, target).queryKey, (content) => content && { ...content, draft });
}
