import type { ReactNode } from 'react';

import type { TaskOutcome, WorkflowStep } from '#contract/workflow.ts';
import { isTaskStep, type TaskStep } from '#domain/workflow-tasks.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text } from '#lib/i18n/text.tsx';
import { AnswerList } from '#room/workflow/answer-list.tsx';
import type { Way } from '#room/workflow/resolve-way.ts';
import styles from '#room/workflow/review-page.module.css';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Screen } from '#ui/screen.tsx';
import { Stack } from '#ui/stack.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type Form = Extract<WorkflowStep, { kind: 'form' }>;

type ReviewPageProps = {
  way: Way;
  focusKey: string;
  top: ReactNode;
  /** Why it was not sent. */
  failure: ReactNode;
  status: ReactNode;
  isSending: boolean;
  onChange: (step: Form['id']) => void;
  onSend: () => void;
};

const isForm = (step: WorkflowStep): step is Form => step.kind === 'form';

/** Check your answers: everything that will be sent, and nothing else. */
export const ReviewPage = ({ way, onChange, onSend, ...page }: ReviewPageProps) => {
  const { focusKey, top, failure, status, isSending } = page;
  const shown = way.path.filter((step) => isForm(step) || isTaskStep(step));
  return (
    <Screen
      heading={<Text id="workflow.review.title" />}
      lead={<Text id={resolveLead(way, shown.length)} />}
      focusKey={focusKey}
      notices={top}
      actions={
        <Button variant="primary" busy={isSending} onClick={onSend}>
          <Text id="workflow.review.send" />
        </Button>
      }
    >
      <Stack>
        {shown.map((step) =>
          isForm(step) ? (
            <StepAnswers key={step.id} step={step} way={way} onChange={() => onChange(step.id)} />
          ) : (
            <StepOutcome key={step.id} step={step} outcome={way.outcomes[step.id]} />
          ),
        )}
      </Stack>
      {status}
      {failure}
    </Screen>
  );
};

/** Note: what was settled was settled by something that was handed over already. */
function resolveLead({ settled }: Way, shown: number): TextId {
  if (shown === 0) return 'workflow.review.nothing';
  return settled.length > 0 ? 'workflow.review.lead-settled' : 'workflow.review.lead';
}

type StepAnswersProps = { step: Form; way: Way; onChange: () => void };

const StepAnswers = ({ step, way: { answers, settled }, onChange }: StepAnswersProps) => {
  const isSettled = settled.includes(step.id);
  return (
    <Card as="section" aria-labelledby={`review-${step.id}`}>
      <div className={styles['head']}>
        <StepTitle step={step} />
        {!isSettled && (
          <Button id={toChangeId(step)} variant="quiet" onClick={onChange}>
            <Text
              id="workflow.review.change"
              values={{ step: step.title, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
            />
          </Button>
        )}
      </div>
      {isSettled && (
        <p className={styles['settled']}>
          <Text id="workflow.settled.text" />
        </p>
      )}
      <div className={styles['answers']}>
        <AnswerList fields={step.fields} answers={answers} />
      </div>
    </Card>
  );
};

const StepOutcome = ({ step, outcome }: { step: TaskStep; outcome: TaskOutcome | undefined }) => (
  <Card as="section" aria-labelledby={`review-${step.id}`}>
    <StepTitle step={step} />
    {outcome && (
      <p className={styles['settled']}>
        <Text id={`workflow.outcome.${outcome}`} />
      </p>
    )}
  </Card>
);

const StepTitle = ({ step }: { step: Pick<WorkflowStep, 'id' | 'title'> }) => (
  <h2 id={`review-${step.id}`} className={styles['title']}>
    <bdi>{step.title}</bdi>
  </h2>
);

/** Where a problem that only the backend saw leads to. */
export const toChangeId = ({ id }: Pick<WorkflowStep, 'id'>): string => `change-${id}`;
