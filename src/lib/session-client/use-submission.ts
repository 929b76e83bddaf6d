/**
 * Handing something in, once: the same intent keeps its key however often it is tried, and after a lost answer, or one that says that
 * things have moved on, the backend is asked what is true before anything is called failed (architecture rule 8).
 */
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { IdempotencyKey, InteractionId } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import { failureCode, isUncertain } from '#lib/api/failures.ts';
import { useIntent } from '#lib/session-client/use-intent.ts';
import { refreshSession } from '#lib/session-client/refresh-session.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { isFinished, useApplySession } from '#lib/session-client/session-data.ts';

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
  const isUnderWay = useRef(false);
  const askForTruth = useAskForTruth(id);
  const applySession = useApplySession();
  const { mutate, ...mutation } = useMutation({
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
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  return {
    ...mutation,
    /** Note: the second of two quick taps comes before the button knows that it is busy. */
    mutate: (input: Input) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutate(input);
    },
  };
}

/** Asks only when the answer leaves it open. True when nothing is left to do about the interaction. */
function useAskForTruth(id: InteractionId): (error: unknown) => Promise<boolean> {
  const cache = useQueryClient();
  const client = useSessionClient();
  return async (error) => {
    if (!isUncertain(error) && !isOvertaken(error)) return false;
    // Note: when asking fails too, what is on screen stays, with the first failure's words.
    await refreshSession(cache, client).catch(() => undefined);
    return isFinished(cache, id);
  };
}
