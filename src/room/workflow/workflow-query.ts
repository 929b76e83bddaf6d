import { type QueryClient, queryOptions } from '@tanstack/react-query';

import { getWorkflow, removeAnswerFile } from '#contract/endpoints/workflow.ts';
import type { FileInfo } from '#contract/file.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowContent } from '#contract/workflow.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { addedFilesKey } from '#room/files/added-files-key.ts';

type Target = Pick<WorkflowSummary, 'id' | 'revision'>;
export type SavedDraft = WorkflowContent['draft'];

/**
 * The steps, what was answered and what was added before. Its draft is kept as new as this page knows it (`rememberDraft`); it is asked for
 * again when files may have come or gone.
 */
export const workflowQuery = (client: SessionClient, { id, revision }: Target) =>
  queryOptions({
    queryKey: [...addedFilesKey(id), revision],
    queryFn: ({ signal }) => client.call(getWorkflow, null, { params: { interactionId: id }, signal }),
    staleTime: Infinity,
  });

/** So that coming back from the room starts from what was saved last. */
export function rememberDraft(cache: QueryClient, client: SessionClient, target: Target, draft: SavedDraft): void {
  cache.setQueryData(workflowQuery(client, target).queryKey, (content) => content && { ...content, draft });
}

/** Takes a file off a question again, on the backend first. */
export async function takeFileOff(
  cache: QueryClient,
  client: SessionClient,
  { id }: Pick<Target, 'id'>,
  file: FileInfo,
): Promise<void> {
  const content = await client.call(removeAnswerFile, null, { params: { interactionId: id, fileId: file.id } });
  const { added } = content;
  cache.setQueryData(workflowQuery(client, content).queryKey, (known) => known && { ...known, added });
}
