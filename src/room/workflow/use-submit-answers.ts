import { useQueryClient } from '@tanstack/react-query';

import { submitAnswers } from '#contract/endpoints/workflow.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { Answers } from '#contract/workflow.ts';
import { ApiError } from '#lib/api/failures.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { isOvertaken, useSubmission } from '#lib/session-client/use-submission.ts';
import { addedFilesKey } from '#room/files/added-files-key.ts';
import { findTaskList } from '#room/files/uploads/use-upload-tasks.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';

/** Hands the answers in. No draft overtakes them, and none is left behind. */
export function useSubmitAnswers({ id }: WorkflowSummary, keeper: DraftKeeper) {
  const client = useSessionClient();
  const cache = useQueryClient();
  return useSubmission<{ revision: number; answers: Answers }>({
    id,
    submit: (input, key) => {
      keeper.hold();
      return client.call(submitAnswers, input, { params: { interactionId: id }, key });
    },
    onDone: () => {
      keeper.end();
      findTaskList(client).drop((task) => task.interactionId === id);
    },
    onFailed: (failure) => {
      keeper.release();
      if (isOvertaken(failure)) void cache.invalidateQueries({ queryKey: addedFilesKey(id) });
    },
  });
}

/** The fields the backend did not take, by id. */
export const listRefusedFields = (error: unknown): string[] =>
  error instanceof ApiError
    ? (error.problem.fields ?? []).flatMap(({ path }) =>
        path.startsWith('answers.') ? [path.slice('answers.'.length)] : [],
      )
    : [];
