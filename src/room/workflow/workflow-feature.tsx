import type { QueryClient } from '@tanstack/react-query';

import type { WorkflowSummary } from '#contract/interaction.ts';
import { listFields } from '#domain/workflow-answers.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { fileQuestionQuery, phoneNumbersQuery } from '#room/workflow/chunks.ts';
import { type TaskChunks, TaskChunksProvider } from '#room/workflow/task-chunks.ts';
import { workflowQuery } from '#room/workflow/workflow-query.ts';
import { WorkflowScreen } from '#room/workflow/workflow-screen.tsx';

/** `tasks`: the screens of other features, for steps that are tasks of their own. */
export const createWorkflowFeature = (tasks: TaskChunks) => ({
  Screen: ({ interaction }: { interaction: WorkflowSummary }) => (
    <TaskChunksProvider value={tasks}>
      <WorkflowScreen interaction={interaction} />
    </TaskChunksProvider>
  ),
  warm: async (cache: QueryClient, client: SessionClient, interaction: WorkflowSummary): Promise<void> => {
    const { definition } = await cache.query(workflowQuery(client, interaction));
    const fields = definition.steps.flatMap(listFields);
    if (fields.some(({ kind }) => kind === 'phone')) await cache.query(phoneNumbersQuery);
    if (fields.some(({ kind }) => kind === 'file')) await cache.query(fileQuestionQuery);
    if (definition.steps.some(({ kind }) => kind === 'esign')) await cache.query(tasks.esign);
    if (definition.steps.some(({ kind }) => kind === 'document-request')) await cache.query(tasks['document-request']);
  },
});
