import type { ReactNode } from 'react';

import type { PartResult } from '#contract/results.ts';
import type { TaskOutcome } from '#contract/workflow.ts';
import styles from '#console/sessions/session-detail.module.css';
import { type Task, taskTones } from '#console/sessions/task.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text } from '#lib/i18n/text.tsx';
import { Badge } from '#ui/badge.tsx';

type TaskPartsProps = {
  task: Extract<Task, { kind: 'workflow' }>;
  /** What was handed in with one. */
  children: (part: PartResult) => ReactNode;
};

/** Steps of a workflow that are tasks of their own, and what became of each. */
export const TaskParts = ({ task: { parts = [] }, children }: TaskPartsProps) =>
  parts.map(({ step, outcome, result }) => (
    <section key={step} className={styles['step']} aria-labelledby={`part-${result.id}`}>
      <div className={styles['heading']}>
        <h4 id={`part-${result.id}`}>
          <bdi>{result.title}</bdi>
        </h4>
        <Badge tone={taskTones[result.status]}>
          <Text id={toWords(outcome, result.status)} />
        </Badge>
      </div>
      {children(result)}
    </section>
  ));

/** Note: what the customer did not come to is over with the rest; nobody withdrew it. */
function toWords(outcome: TaskOutcome | null, status: Task['status']): TextId {
  if (outcome !== null) return `console-session.outcome-${outcome}`;
  return status === 'cancelled' ? 'console-session.not-reached' : `console-session.status-${status}`;
}
