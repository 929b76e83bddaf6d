import { useRef } from 'react';
import { useMutation } from '@tanstack/react-query';

import { submitAnswers } from '#contract/endpoints/workflow.ts';
import type { IdempotencyKey } from '#contract/ids.ts';
import type { WorkflowSummary } from '#contract/interaction.ts';
import type { Answers } from '#contract/workflow.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { ApiError, failureCode } from '#lib/api/failures.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useApplySession } from '#lib/session-client/session-data.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';

/** What is true is asked for again: done elsewhere, changed, or a key that stands for something else. */
const outdated = new Set(['not-actionable', 'interaction-changed', 'key-reused', 'session-ended']);

/** Hands the answers in. No draft overtakes them, and none is left behind. */
export function useSubmitAnswers(interaction: WorkflowSummary, keeper: DraftKeeper) {
  const client = useSessionClient();
  const applySession = useApplySession();
  const refreshSession = useRefreshSession();
  const intent = useRef<{ content: string; key: IdempotencyKey } | null>(null);

  /** The same answers keep their key, so that sending them again after a lost answer changes nothing. */
  const keyFor = (content: string): IdempotencyKey => {
    if (intent.current?.content !== content) intent.current = { content, key: createKey() };
    return intent.current.key;
  };

  /** Note: when this fails too, what is on screen stays, with the first failure's words. */
  const refreshQuietly = () => refreshSession().catch(() => undefined);

  return useMutation({
    networkMode: 'always',
    mutationFn: (answers: Answers) => {
      keeper.hold();
      const input = { revision: interaction.revision, answers };
      return client.call(submitAnswers, input, {
        params: { interactionId: interaction.id },
        key: keyFor(JSON.stringify(input)),
      });
    },
    onSuccess: (session) => {
      keeper.end();
      applySession(session);
    },
    onError: async (error) => {
      keeper.release();
      const code = failureCode(error);
      if (code === null || !outdated.has(code)) return;
      intent.current = null;
      await refreshQuietly();
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
