import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { WorkflowSummary } from '#contract/interaction.ts';
import type { WorkflowStep } from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { keepReachedAnswers } from '#domain/workflow-branching.ts';
import { reviewSegment } from '#domain/workflow-definition.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useOpenFiles } from '#room/workflow/answer-files.ts';
import type { DraftKeeper } from '#room/workflow/draft-keeper.ts';
import { ProblemLine } from '#room/workflow/problem-line.tsx';
import { ReviewPage, toChangeId } from '#room/workflow/review-page.tsx';
import type { Way } from '#room/workflow/resolve-way.ts';
import { SavedStatus } from '#room/workflow/saved-status.tsx';
import { listRefusedFields, useSubmitAnswers } from '#room/workflow/use-submit-answers.ts';
import { useProblemText } from '#room/workflow/use-problem-text.ts';
import type { Pages } from '#room/workflow/use-pages.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';

type SubmitPageProps = {
  interaction: WorkflowSummary;
  way: Way;
  keeper: DraftKeeper;
  pages: Pages;
  top: ReactNode;
};

/** Checking the answers and sending them. Sending them again after a lost answer is safe. */
export const SubmitPage = ({ interaction, way, keeper, pages, top }: SubmitPageProps) => {
  const { definition, answers, outcomes, path } = way;
  const { mutate, isPending, error, submittedAt } = useSubmitAnswers(interaction, keeper);
  const open = useStepsLeftOpen(path);
  const [attempt, setAttempt] = useState(0);

  const send = () => {
    if (open.length > 0) setAttempt(attempt + 1);
    else mutate({ revision: interaction.revision, answers: keepReachedAnswers(definition, answers, outcomes) });
  };

  return (
    <ReviewPage
      way={way}
      focusKey={`${interaction.id}/${reviewSegment}`}
      top={top}
      failure={
        attempt > 0 && open.length > 0 ? (
          <ErrorSummary attempt={attempt} problems={open} />
        ) : (
          error && <SendFailure error={error} attempt={submittedAt} steps={path} />
        )
      }
      status={<SavedStatus keeper={keeper} />}
      isSending={isPending}
      onChange={(step) => pages.open(step, { changing: path.map(({ id }) => id) })}
      onSend={send}
    />
  );
};

/** Files that were begun and left: nobody's work is dropped without a word. */
function useStepsLeftOpen(path: readonly WorkflowStep[]) {
  const findOpenFile = useOpenFiles();
  const problemText = useProblemText();
  return path.flatMap((step) =>
    listFields(step).flatMap((field) => {
      const file = findOpenFile(field);
      const message = file && <ProblemLine label={field.label} problem={problemText(field, file, undefined)} />;
      return message ? [{ id: toChangeId(step), message }] : [];
    }),
  );
}

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
