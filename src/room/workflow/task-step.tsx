import type { ReactNode } from 'react';
import { useStore } from 'zustand/react';

import type { Interaction } from '#contract/interaction.ts';
import type { TaskStep as Step } from '#domain/workflow-tasks.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { PaymentStep } from '#room/workflow/payment-step.tsx';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import { UnknownStep } from '#room/workflow/unknown-step.tsx';
import { type OpenTask, useTaskStep } from '#room/workflow/use-task-step.ts';
import { Screen } from '#ui/screen.tsx';
import { Spinner } from '#ui/spinner.tsx';

type TaskStepProps = {
  step: Step;
  task: Interaction | undefined;
  focusKey: string;
  top: ReactNode;
  keeper: DraftKeeper;
  isPassed: boolean;
  /** Something final came after it. */
  isSettled: boolean;
  openTask: OpenTask;
  goOn: (replace: boolean) => void;
};

/** A step that is a task of its own. It is done upon the answers before it, so those are saved first. */
export const TaskStep = ({ step, task, keeper, isPassed, isSettled, openTask, goOn, ...page }: TaskStepProps) => {
  const isSaved = useStore(keeper.store, (state) => state.isSaved);
  useTaskStep({ step: step.id, isPassed, openTask, goOn });
  if (task?.kind !== step.kind) return <UnknownStep {...page} step={step} />;
  if (!isPassed && !isSaved) return <SavingFirst {...page} step={step} keeper={keeper} />;
  const onContinue = isPassed ? () => goOn(false) : undefined;
  return <PaymentStep {...page} payment={task} isOver={isSettled} onContinue={onContinue} />;
};

type SavingFirstProps = Pick<TaskStepProps, 'step' | 'focusKey' | 'top' | 'keeper'>;

const SavingFirst = ({ step, focusKey, top, keeper }: SavingFirstProps) => (
  <Screen heading={<bdi>{step.title}</bdi>} focusKey={focusKey} notices={top}>
    <Spinner />
    <SavedStatus keeper={keeper} />
  </Screen>
);
