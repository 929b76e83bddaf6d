import { submitAnswers } from '#contract/endpoints/workflow.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { Answers } from '#contract/workflow.ts';
import { ApiError } from '#lib/api/failures.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useSubmission } from '#lib/session-client/use-submission.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';

/** Hands the answers in. No draft overtakes them, and none is left behind. */
export function useSubmitAnswers({ id }: WorkflowSummary, keeper: DraftKeeper) {
  const client = useSessionClient();
  return useSubmission<{ revision: number; answers: Answers }>({
    id,
    submit: (input, key) => {
      keeper.hold();
      return client.call(submitAnswers, input, { params: { interactionId: id }, key });
    },
    onDone: keeper.end,
    onFailed: keeper.release,
  });
}

/** The fields the backend did not take, by id. */
export const listRefusedFields = (error: unknown): string[] =>
  error instanceof ApiError
    ? (error.problem.fields ?? []).flatMap(({ path }) =>
        path.startsWith('answers.') ? [path.slice('answers.'.length)] : [],
      )
    : [];
