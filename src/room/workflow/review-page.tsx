import type { ReactNode } from 'react';

import type { Answers, FormField, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer, isAnswered } from '#domain/workflow-answers.ts';
import { Text } from '#lib/i18n/text.tsx';
import { AnswerValue } from '#room/workflow/answer-value.tsx';
import styles from '#room/workflow/review-page.module.css';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Screen } from '#ui/screen.tsx';
import { Stack } from '#ui/stack.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type Form = Extract<WorkflowStep, { kind: 'form' }>;

type ReviewPageProps = {
  steps: readonly WorkflowStep[];
  answers: Answers;
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
export const ReviewPage = ({ steps, answers, onChange, onSend, ...page }: ReviewPageProps) => {
  const { focusKey, top, failure, status, isSending } = page;
  const forms = steps.filter(isForm);
  return (
    <Screen
      heading={<Text id="workflow.review.title" />}
      lead={<Text id={forms.length > 0 ? 'workflow.review.lead' : 'workflow.review.nothing'} />}
      focusKey={focusKey}
      notices={top}
      actions={
        <Button variant="primary" busy={isSending} onClick={onSend}>
          <Text id="workflow.review.send" />
        </Button>
      }
    >
      <Stack>
        {forms.map((step) => (
          <StepAnswers key={step.id} step={step} answers={answers} onChange={() => onChange(step.id)} />
        ))}
      </Stack>
      {status}
      {failure}
    </Screen>
  );
};

const StepAnswers = ({ step, answers, onChange }: { step: Form; answers: Answers; onChange: () => void }) => (
  <Card as="section" aria-labelledby={`review-${step.id}`}>
    <div className={styles['head']}>
      <h2 id={`review-${step.id}`} className={styles['title']}>
        <bdi>{step.title}</bdi>
      </h2>
      <Button id={toChangeId(step)} variant="quiet" onClick={onChange}>
        <Text
          id="workflow.review.change"
          values={{ step: step.title, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
        />
      </Button>
    </div>
    <dl className={styles['answers']}>
      {step.fields.map((field) => (
        <AnswerRow key={field.id} field={field} answers={answers} />
      ))}
    </dl>
  </Card>
);

/** Where a problem that only the backend saw leads to. */
export const toChangeId = ({ id }: Pick<WorkflowStep, 'id'>): string => `change-${id}`;

const AnswerRow = ({ field, answers }: { field: FormField; answers: Answers }) => {
  const answer = findAnswer(answers, field.id);
  return (
    <div className={styles['row']}>
      <dt className={styles['question']}>
        <bdi>{field.label}</bdi>
      </dt>
      <dd className={styles['answer']} data-empty={!isAnswered(answer) || undefined}>
        <AnswerValue field={field} answer={answer} />
      </dd>
    </div>
  );
};
