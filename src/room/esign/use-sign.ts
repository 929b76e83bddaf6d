import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

import { decline, sign } from '#contract/endpoints/esign.ts';
import type { EsignContent, SignInput } from '#contract/esign.ts';
import type { IdempotencyKey } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { failureCode, NetworkError } from '#lib/api/failures.ts';
import { useRefreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { readSession, useApplySession } from '#lib/session-client/session-data.ts';

/** The same intent keeps its key however often it is tried; changed content is a new intent. */
function useIntentKey(): (content: unknown) => IdempotencyKey {
  const last = useRef<{ content: string; key: IdempotencyKey } | null>(null);
  return (content) => {
    const written = JSON.stringify(content);
    if (last.current?.content !== written) last.current = { content: written, key: createKey() };
    return last.current.key;
  };
}

const isOvertaken = (error: unknown): boolean =>
  ['not-actionable', 'interaction-changed', 'key-reused'].includes(failureCode(error) ?? '');

/**
 * After a lost answer, or one that says the document is in another state, the backend is asked what is true before anything is
 * called failed. True when the document turned out to be done with.
 */
function useAskForTruth({ id }: Pick<EsignContent, 'id'>): (error: unknown) => Promise<boolean> {
  const cache = useQueryClient();
  const refresh = useRefreshSession();
  return async (error) => {
    if (!(error instanceof NetworkError) && !isOvertaken(error)) return false;
    await refresh().catch(() => undefined);
    const now = readSession(cache)?.interactions.find((interaction) => interaction.id === id);
    return now !== undefined && !isActionable(now);
  };
}

type Submission<Input> = (input: Input, key: IdempotencyKey) => Promise<Session>;

function useSubmission<Input>(content: EsignContent, submit: Submission<Input>, onDone: () => void) {
  const toKey = useIntentKey();
  const askForTruth = useAskForTruth(content);
  const applySession = useApplySession();
  return useMutation({
    mutationFn: async (input: Input) => {
      try {
        return await submit(input, toKey(input));
      } catch (error) {
        if (await askForTruth(error)) return null;
        throw error;
      }
    },
    retry: false,
    networkMode: 'always',
    onSuccess: (session) => {
      onDone();
      if (session) applySession(session);
    },
  });
}

export function useSign(content: EsignContent, onDone: () => void) {
  const client = useSessionClient();
  const params = { interactionId: content.id };
  return useSubmission<SignInput>(content, (input, key) => client.call(sign, input, { params, key }), onDone);
}

export function useDecline(content: EsignContent, onDone: () => void) {
  const client = useSessionClient();
  const params = { interactionId: content.id };
  return useSubmission<{ revision: number; reason: string }>(
    content,
    (input, key) => client.call(decline, input, { params, key }),
    onDone,
  );
}
