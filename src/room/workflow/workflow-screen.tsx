import { useQuery } from '@tanstack/react-query';

import type { WorkflowSummary } from '#contract/interaction.ts';
import { addEnglish } from '#lib/i18n/english.ts';
import texts from '#lib/i18n/catalogs/en/workflow.json';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { WorkflowLoading } from '#room/workflow/workflow-loading.tsx';
import { WorkflowPages } from '#room/workflow/workflow-pages.tsx';
import { workflowQuery } from '#room/workflow/workflow-query.ts';

addEnglish(texts);

/** Questions to answer, a page at a time. */
export const WorkflowScreen = ({ interaction }: { interaction: WorkflowSummary }) => {
  const client = useSessionClient();
  const { data } = useQuery({ ...workflowQuery(client, interaction), throwOnError: true });
  if (!data) return <WorkflowLoading />;
  return <WorkflowPages key={data.revision} interaction={interaction} content={data} />;
};
