import type { QueryClient } from '@tanstack/react-query';

import type { WorkflowSummary } from '#contract/interaction.ts';
import { listFields } from '#domain/workflow-answers.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { fileQuestionQuery, phoneNumbersQuery } from '#room/workflow/chunks.ts';
import { workflowQuery } from '#room/workflow/workflow-query.ts';
import { WorkflowScreen } from '#room/workflow/workflow-screen.tsx';

export const workflowFeature = {
  Screen: WorkflowScreen,
  warm: async (cache: QueryClient, client: SessionClient, interaction: WorkflowSummary): Promise<void> => {
    const { definition } = await cache.query(workflowQuery(client, interaction));
    const fields = definition.steps.flatMap(listFields);
    if (fields.some(({ kind }) => kind === 'phone')) await cache.query(phoneNumbersQuery);
    if (fields.some(({ kind }) => kind === 'file')) await cache.query(fileQuestionQuery);
  },
};
