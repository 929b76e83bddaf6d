import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowContent } from '#contract/workflow.ts';
import { addEnglish } from '#lib/i18n/english.ts';
import fileTexts from '#lib/i18n/catalogs/en/files.json';
import texts from '#lib/i18n/catalogs/en/workflow.json';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { listWaiting } from '#room/files/uploads/upload-task.ts';
import { useUploadTasks } from '#room/files/uploads/use-upload-tasks.ts';
import { AnswerFilesProvider, toAnswerFiles } from '#room/workflow/answer-files.ts';
import { createOpenTask } from '#room/workflow/use-task-step.ts';
import { WorkflowLoading } from '#room/workflow/workflow-loading.tsx';
import { WorkflowPages } from '#room/workflow/workflow-pages.tsx';
import { workflowQuery } from '#room/workflow/workflow-query.ts';

addEnglish(texts);
addEnglish(fileTexts);

/** Questions to answer, a page at a time. */
export const WorkflowScreen = ({ interaction }: { interaction: WorkflowSummary }) => {
  const data = useContent(interaction);
  const [openTask] = useState(createOpenTask);
  if (!data) return <WorkflowLoading />;
  return (
    <AnswerFilesProvider value={toAnswerFiles(data)}>
      <WorkflowPages key={data.revision} interaction={interaction} content={data} openTask={openTask} />
    </AnswerFilesProvider>
  );
};

const refreshMilliseconds = 5_000;

/** Note: files may be added and removed in another tab; that raises no revision, so coming back from there asks again. */
function useContent(interaction: WorkflowSummary): WorkflowContent | undefined {
  const client = useSessionClient();
  const tasks = useUploadTasks(interaction.id);
  const { data } = useQuery({
    ...workflowQuery(client, interaction),
    throwOnError: (_, { state }) => state.data === undefined,
    refetchOnWindowFocus: ({ state }) => state.data !== undefined && state.data.added.length > 0 && 'always',
    // Note: one that is not ours may be on its way from another tab.
    refetchInterval: ({ state }) =>
      state.data && toAnswerFiles(state.data).items.some((item) => listWaiting(item, tasks).length > 0)
        ? refreshMilliseconds
        : false,
  });
  return data;
}
