import { type ReactNode, useId } from 'react';

import type { Answers, WorkflowStep } from '#contract/workflow.ts';
import { findAnswer } from '#domain/workflow-answers.ts';
import { Text } from '#lib/i18n/text.tsx';
import { FieldInput } from '#room/workflow/field-input.tsx';
import { type FieldProblem, toProblemId } from '#room/workflow/field-words.tsx';
import { ProblemLine } from '#room/workflow/problem-line.tsx';
import { useFormStep } from '#room/workflow/use-form-step.ts';
import { useProblemText } from '#room/workflow/use-problem-text.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Screen } from '#ui/screen.tsx';
import { Stack } from '#ui/stack.tsx';

type FormStepProps = {
  step: Extract<WorkflowStep, { kind: 'form' }>;
  focusKey: string;
  answers: Answers;
  /** Above the heading, and under the fields. */
  top: ReactNode;
  status: ReactNode;
  onType: (answers: Answers) => void;
  onContinue: () => void;
  onRefuse: () => void;
};

/** One page of questions. */
export const FormStep = ({ step, focusKey, answers, top, status, ...handlers }: FormStepProps) => {
  const formId = useId();
  const problemText = useProblemText();
  const { texts, attempt, findShown, type, submit } = useFormStep({ step, answers, ...handlers });

  return (
    <Screen
      heading={<bdi>{step.title}</bdi>}
      focusKey={focusKey}
      notices={top}
      actions={
        <Button type="submit" form={formId} variant="primary">
          <Text id="workflow.continue" />
        </Button>
      }
    >
      <Problems attempt={attempt.count} problems={attempt.problems} answers={answers} />
      <form id={formId} noValidate onSubmit={submit}>
        <Stack gap="large">
          {step.fields.map((field) => {
            const problem = findShown(field);
            return (
              <FieldInput
                key={field.id}
                field={field}
                value={texts[field.id] ?? ''}
                error={problem ? problemText(field, problem, findAnswer(answers, field.id)) : undefined}
                onChange={(value) => type(field, value)}
              />
            );
          })}
        </Stack>
      </form>
      {status}
    </Screen>
  );
};

type ProblemsProps = { attempt: number; problems: readonly FieldProblem[]; answers: Answers };

/** Note: stays as it was when Continue was pressed, or the page would move under the finger of who is putting it right. */
const Problems = ({ attempt, problems, answers }: ProblemsProps) => {
  const problemText = useProblemText();
  return (
    <ErrorSummary
      attempt={attempt}
      problems={problems.map(({ field, problem }) => ({
        id: toProblemId(field, problem),
        message: (
          <ProblemLine label={field.label} problem={problemText(field, problem, findAnswer(answers, field.id))} />
        ),
      }))}
    />
  );
};
