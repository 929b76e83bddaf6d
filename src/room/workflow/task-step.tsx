import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand/react';

import type { Interaction } from '#contract/interaction.ts';
import { isActionable } from '#domain/auto-open-queue.ts';
import type { TaskStep as Step } from '#domain/workflow-tasks.ts';
import { DoneStep } from '#room/workflow/done-step.tsx';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { PaymentStep } from '#room/workflow/payment-step.tsx';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import { type TaskChunk, useTaskChunks } from '#room/workflow/task-chunks.ts';
import { UnknownStep } from '#room/workflow/unknown-step.tsx';
import { type OpenTask, useTaskStep } from '#room/workflow/use-task-step.ts';
import { Screen, ScreenSkeleton } from '#ui/screen.tsx';
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
  const chunks = useTaskChunks();
  useTaskStep({ step: step.id, isPassed, openTask, goOn });
  if (!isPassed && !isSaved) return <SavingFirst {...page} step={step} keeper={keeper} />;
  const onContinue = () => goOn(false);
  switch (task?.kind) {
    case 'payment':
      return <PaymentStep {...page} payment={task} isOver={isSettled} onContinue={isPassed ? onContinue : undefined} />;
    case 'esign':
      if (!isActionable(task)) return <DoneStep {...page} task={task} onContinue={onContinue} />;
      return <TaskScreen chunk={chunks.esign} interaction={task} top={page.top} />;
    case 'document-request':
      if (!isActionable(task)) return <DoneStep {...page} task={task} onContinue={onContinue} />;
      return <TaskScreen chunk={chunks['document-request']} interaction={task} top={page.top} />;
    default:
      return <UnknownStep {...page} step={step} />;
  }
};

type SavingFirstProps = Pick<TaskStepProps, 'step' | 'focusKey' | 'top' | 'keeper'>;

const SavingFirst = ({ step, focusKey, top, keeper }: SavingFirstProps) => (
  <Screen heading={<bdi>{step.title}</bdi>} focusKey={focusKey} notices={top}>
    <Spinner />
    <SavedStatus keeper={keeper} />
  </Screen>
);

type TaskScreenProps<Summary> = { chunk: TaskChunk<Summary>; interaction: Summary; top: ReactNode };

const TaskScreen = <Summary extends Interaction>({ chunk, interaction, top }: TaskScreenProps<Summary>) => {
  const { data: feature } = useQuery({ ...chunk, throwOnError: true });
  if (!feature) return <ScreenSkeleton heading={<bdi>{interaction.title}</bdi>} />;
  return <feature.Screen interaction={interaction} top={top} />;
};
