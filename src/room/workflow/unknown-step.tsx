import type { ReactNode } from 'react';

import type { WorkflowStep } from '#contract/workflow.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';

type UnknownStepProps = { step: Pick<WorkflowStep, 'title'>; focusKey: string; top: ReactNode };

/** A step that only a newer page can show. What was answered so far is saved. */
export const UnknownStep = ({ step, focusKey, top }: UnknownStepProps) => (
  <Screen
    heading={<bdi>{step.title}</bdi>}
    lead={<Text id="workflow.unknown.text" />}
    focusKey={focusKey}
    notices={top}
    actions={
      <Button variant="primary" onClick={() => location.reload()}>
        <Text id="workflow.unknown.reload" />
      </Button>
    }
  />
);
