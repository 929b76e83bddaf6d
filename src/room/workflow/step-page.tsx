import type { ReactNode } from 'react';
import { useStore } from 'zustand/react';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { Answers, WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { withoutFiles } from '#domain/workflow-files.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { FormStep } from '#room/workflow/form-step.tsx';
import { InformationStep } from '#room/workflow/information-step.tsx';
import { resolveAfter } from '#room/workflow/resolve-place.ts';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import type { Pages } from '#room/workflow/use-pages.ts';

type StepPageProps = {
  interaction: Pick<WorkflowSummary, 'id'>;
  definition: WorkflowDefinition;
  /** With what was added for an answer. */
  answers: Answers;
  step: WorkflowStep;
  path: readonly WorkflowStep[];
  keeper: DraftKeeper;
  pages: Pages;
  top: ReactNode;
};

/** One step, and where it leads. */
export const StepPage = ({ interaction, definition, answers, step, path, keeper, pages, top }: StepPageProps) => {
  const { locale } = useI18n().state.speech;
  const generation = useStore(keeper.store, (state) => state.generation);
  const goOn = () => pages.open(resolveAfter(path, step.id, pages.changing));
  const common = { focusKey: `${interaction.id}/${step.id}`, top, onContinue: goOn };

  switch (step.kind) {
    case 'information':
      return <InformationStep {...common} step={step} />;
    case 'form':
      return (
        <FormStep
          {...common}
          // Note: fields are written in a language; a change of it, or of the answers from elsewhere, writes them anew.
          key={`${step.id} ${generation} ${locale}`}
          step={step}
          answers={answers}
          status={<SavedStatus keeper={keeper} />}
          onType={(typed) => keeper.type(withoutFiles(definition, typed), step.id)}
          onRefuse={keeper.flush}
        />
      );
  }
};
