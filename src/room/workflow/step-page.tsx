import type { ReactNode } from 'react';
import { useStore } from 'zustand/react';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowStep } from '#contract/workflow.ts';
import { withoutFiles } from '#domain/workflow-files.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { FormStep } from '#room/workflow/form-step.tsx';
import { InformationStep } from '#room/workflow/information-step.tsx';
import { resolveAfter } from '#room/workflow/resolve-place.ts';
import { isPassed, type Way } from '#room/workflow/resolve-way.ts';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import { SettledStep } from '#room/workflow/settled-step.tsx';
import { TaskStep } from '#room/workflow/task-step.tsx';
import { UnknownStep } from '#room/workflow/unknown-step.tsx';
import type { Pages } from '#room/workflow/use-pages.ts';
import type { OpenTask } from '#room/workflow/use-task-step.ts';

type StepPageProps = {
  interaction: Pick<WorkflowSummary, 'id'>;
  step: WorkflowStep;
  way: Way;
  openTask: OpenTask;
  keeper: DraftKeeper;
  pages: Pages;
  top: ReactNode;
};

/** One step, and where it leads. */
export const StepPage = ({ interaction, step, way, openTask, keeper, pages, top }: StepPageProps) => {
  const { locale } = useI18n().state.speech;
  const generation = useStore(keeper.store, (state) => state.generation);
  const goOn = (replace = false) => pages.open(resolveAfter(way.path, step.id, pages.changing), { replace });
  const common = { focusKey: `${interaction.id}/${step.id}`, top, onContinue: () => goOn() };
  const isSettled = way.settled.includes(step.id);

  switch (step.kind) {
    case 'information':
      return <InformationStep {...common} step={step} />;
    case 'form':
      if (isSettled) return <SettledStep {...common} step={step} answers={way.answers} />;
      return (
        <FormStep
          {...common}
          // Note: fields are written in a language; a change of it, or of the answers from elsewhere, writes them anew.
          key={`${step.id} ${generation} ${locale}`}
          step={step}
          answers={way.answers}
          status={<SavedStatus keeper={keeper} />}
          onType={(typed) => keeper.type(withoutFiles(way.definition, typed), step.id)}
          onRefuse={keeper.flush}
        />
      );
    case 'payment':
    case 'esign':
    case 'document-request':
      return (
        <TaskStep
          key={step.id}
          focusKey={common.focusKey}
          top={top}
          step={step}
          task={way.findTask(step.id)}
          keeper={keeper}
          isPassed={isPassed(way, step)}
          isSettled={isSettled}
          openTask={openTask}
          goOn={goOn}
        />
      );
    case 'unknown':
      return <UnknownStep focusKey={common.focusKey} top={top} step={step} />;
  }
};
