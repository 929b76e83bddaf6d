import type { ReactNode } from 'react';

import type { WorkflowStep } from '#contract/workflow.ts';
import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/workflow/information-step.module.css';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';

type InformationStepProps = {
  step: Extract<WorkflowStep, { kind: 'information' }>;
  focusKey: string;
  top: ReactNode;
  onContinue: () => void;
};

/** One page to read. */
export const InformationStep = ({ step, focusKey, top, onContinue }: InformationStepProps) => (
  <Screen
    heading={<bdi>{step.title}</bdi>}
    focusKey={focusKey}
    notices={top}
    actions={
      <Button variant="primary" onClick={onContinue}>
        <Text id="workflow.continue" />
      </Button>
    }
  >
    <div className={styles['body']}>
      {numbered(step.body).map(({ paragraph, number }) => (
        <p key={number} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  </Screen>
);

/** Paragraphs never move, so their place names them. */
const numbered = (body: readonly string[]) => body.map((paragraph, number) => ({ paragraph, number }));
