import type { QueryClient } from '@tanstack/react-query';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { workflowQuery } from '#room/workflow/workflow-query.ts';
import { WorkflowScreen } from '#room/workflow/workflow-screen.tsx';

export const workflowFeature = {
  Screen: WorkflowScreen,
  warm: (cache: QueryClient, client: SessionClient, interaction: WorkflowSummary): Promise<unknown> =>
    cache.query(workflowQuery(client, interaction)),
};
