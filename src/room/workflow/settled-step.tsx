import type { ReactNode } from 'react';

import type { Answers, WorkflowStep } from '#contract/workflow.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { AnswerList } from '#room/workflow/answer-list.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';

type SettledStepProps = {
  step: Extract<WorkflowStep, { kind: 'form' }>;
  answers: Answers;
  focusKey: string;
  top: ReactNode;
  onContinue: () => void;
};

/** A page of questions to read: something final was done upon these answers. */
export const SettledStep = ({ step, answers, focusKey, top, onContinue }: SettledStepProps) => {
  const text = useText();
  return (
    <Screen
      heading={<bdi>{step.title}</bdi>}
      focusKey={focusKey}
      notices={
        <>
          {top}
          <Notice tone="info" label={text('workflow.settled.label')}>
            <Text id="workflow.settled.text" />
          </Notice>
        </>
      }
      actions={
        <Button variant="primary" onClick={onContinue}>
          <Text id="workflow.continue" />
        </Button>
      }
    >
      <Card>
        <AnswerList fields={step.fields} answers={answers} />
      </Card>
    </Screen>
  );
};
