/** When a step that is a task of its own is done, the questions go on by themselves; who comes back to it stays. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';

import type { StepId } from '#domain/workflow-branching.ts';
import { parsePaymentResult } from '#room/journey/payment-result.ts';

export type OpenTask = ReturnType<typeof createOpenTask>;

/** Which task is being done; known for as long as the questions are open, also while what it settled is fetched. */
export function createOpenTask() {
  let open: StepId | null = null;
  return {
    begin: (step: StepId) => {
      open = step;
    },
    /** Whether it was this one. */
    end: (step: StepId): boolean => {
      const wasOpen = open === step;
      open = null;
      return wasOpen;
    },
  };
}

type TaskStep = { step: StepId; isPassed: boolean; openTask: OpenTask; goOn: (replace: boolean) => void };

export function useTaskStep({ step, isPassed, openTask, goOn }: TaskStep): void {
  const isBackFromProvider = parsePaymentResult(useLocation().state) !== null;
  useEffect(() => {
    if (!isPassed) openTask.begin(step);
    // Note: the page that the provider led back to gives way, or Back would lead on again.
    else if (openTask.end(step) || isBackFromProvider) goOn(isBackFromProvider);
  });
}
