/**
 * Handing something in, once: the same intent keeps its key however often it is tried, and after a lost answer, or one that says that
 * things have moved on, the backend is asked what is true before anything is called failed (architecture rule 8).
 */
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { IdempotencyKey, InteractionId } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { failureCode, NetworkError } from '#lib/api/failures.ts';
import { refreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { readSession, useApplySession } from '#lib/session-client/session-data.ts';

type Submission<Input> = {
  /** The interaction that is done with afterwards. */
  id: InteractionId;
  submit: (input: Input, key: IdempotencyKey) => Promise<Session>;
  onDone: () => void;
  /** It was not handed in; the session is up to date by then. */
  onFailed?: (error: Error) => void;
};

const overtakenCodes = ['not-actionable', 'interaction-changed', 'key-reused', 'session-ended'];

/** What the customer saw is not what there is: look again instead of trying again. */
export const isOvertaken = (error: unknown): boolean => overtakenCodes.includes(failureCode(error) ?? '');

/** A mutation that gives the session after the change; null when it turned out to be done already. */
export function useSubmission<Input>({ id, submit, onDone, onFailed }: Submission<Input>) {
  const intent = useIntent();
  const askForTruth = useAskForTruth(id);
  const applySession = useApplySession();
  return useMutation({
    mutationFn: async (input: Input) => {
      try {
        return await submit(input, intent.keyFor(input));
      } catch (error) {
        if (isOvertaken(error)) intent.forget();
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
    onError: (error) => onFailed?.(error),
  });
}

/** Changed content is a new intent. */
function useIntent() {
  const last = useRef<{ content: string; key: IdempotencyKey } | null>(null);
  return {
    keyFor: (input: unknown): IdempotencyKey => {
      const content = JSON.stringify(input);
      if (last.current?.content !== content) last.current = { content, key: createKey() };
      return last.current.key;
    },
    forget: () => {
      last.current = null;
    },
  };
}

/** Asks only when the answer leaves it open. True when nothing is left to do about the interaction. */
function useAskForTruth(id: InteractionId): (error: unknown) => Promise<boolean> {
  const cache = useQueryClient();
  const client = useSessionClient();
  return async (error) => {
    if (!(error instanceof NetworkError) && !isOvertaken(error)) return false;
    // Note: when asking fails too, what is on screen stays, with the first failure's words.
    await refreshSession(cache, client).catch(() => undefined);
    const now = readSession(cache)?.interactions.find((interaction) => interaction.id === id);
    return now !== undefined && !isActionable(now);
  };
}
