import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowDefinition, WorkflowStep } from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { keepReachedAnswers, resolvePath } from '#domain/workflow-branching.ts';
import { reviewSegment } from '#domain/workflow-definition.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { useText } from '#lib/i18n/text.tsx';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { ProblemLine } from '#room/workflow/problem-line.tsx';
import { ReviewPage, toChangeId } from '#room/workflow/review-page.tsx';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import { listRefusedFields, useSubmitAnswers } from '#room/workflow/use-submit-answers.ts';
import type { Pages } from '#room/workflow/use-pages.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';

type SubmitPageProps = {
  interaction: WorkflowSummary;
  definition: WorkflowDefinition;
  keeper: DraftKeeper;
  pages: Pages;
  top: ReactNode;
};

/** Checking the answers and sending them. Sending them again after a lost answer is safe. */
export const SubmitPage = ({ interaction, definition, keeper, pages, top }: SubmitPageProps) => {
  const answers = useStore(keeper.store, ({ content }) => content.answers);
  const { mutate, isPending, error, submittedAt } = useSubmitAnswers(interaction, keeper);
  const path = resolvePath(definition, answers);

  return (
    <ReviewPage
      steps={path}
      answers={answers}
      focusKey={`${interaction.id}/${reviewSegment}`}
      top={top}
      failure={error && <SendFailure error={error} attempt={submittedAt} steps={path} />}
      status={<SavedStatus keeper={keeper} />}
      isSending={isPending}
      onChange={(step) =>
        pages.open(
          step,
          path.map(({ id }) => id),
        )
      }
      onSend={() => mutate({ revision: interaction.revision, answers: keepReachedAnswers(definition, answers) })}
    />
  );
};

type SendFailureProps = { error: Error; attempt: number; steps: readonly WorkflowStep[] };

const SendFailure = ({ error, attempt, steps }: SendFailureProps) => {
  const text = useText();
  const failureText = useFailureText();
  const refused = listRefusedFields(error);
  const alert = useRef<HTMLDivElement>(null);

  useEffect(() => {
    alert.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);

  const problems = steps.flatMap((step) =>
    listFields(step)
      .filter(({ id }) => refused.includes(id))
      .map(({ label }) => ({
        id: toChangeId(step),
        message: <ProblemLine label={label} problem={failureText(error)} />,
      })),
  );
  if (problems.length > 0) return <ErrorSummary attempt={attempt} problems={problems} />;
  return (
    <div ref={alert} role="alert">
      <Notice tone="danger" label={text('workflow.send-failed.label')} title={text('workflow.send-failed.title')}>
        {failureText(error)}
      </Notice>
    </div>
  );
};
