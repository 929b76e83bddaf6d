import type { AgentSession } from '#contract/agent-session.ts';
import { acceptInteraction } from '#contract/endpoints/agent.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { HandedIn } from '#console/sessions/handed-in.tsx';
import styles from '#console/sessions/session-detail.module.css';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import { listPartSteps, listTaskSteps, type Task, taskTones } from '#console/sessions/task.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';

type SessionTasksProps = {
  session: AgentSession;
  /** Whether anything of it may be changed. */
  isOpen: boolean;
  onOpen: (open: Open) => void;
};

/** What the customer was asked for, how far it is, and what they handed in. */
export const SessionTasks = ({ session, isOpen, onOpen }: SessionTasksProps) => {
  const text = useText();
  return (
    <section className={styles['part']} aria-label={text('console-session.tasks')}>
      <div className={styles['heading']}>
        <h2>
          <Text id="console-session.tasks" />
        </h2>
        {isOpen && (
          <Button onClick={() => onOpen({ kind: 'add' })}>
            <Text id="console-session.add" />
          </Button>
        )}
      </div>
      {session.interactions.length === 0 && (
        <p className={styles['muted']}>
          <Text id="console-session.tasks-none" />
        </p>
      )}
      <ul className={styles['tasks']}>
        {session.interactions.map((task) => (
          <Card key={task.id} as="li">
            <Stack gap="small">
              <TaskHead session={session} task={task} />
              <HandedIn
                session={session}
                task={task}
                partSteps={(part) =>
                  isOpen && (
                    <TaskSteps session={session} task={part} steps={listPartSteps(session, part)} onOpen={onOpen} />
                  )
                }
              />
              {isOpen && (
                <TaskSteps session={session} task={task} steps={listTaskSteps(session, task)} onOpen={onOpen} />
              )}
            </Stack>
          </Card>
        ))}
      </ul>
    </section>
  );
};

/** Whose it is goes without saying while there is one participant. */
const TaskHead = ({ session: { participants }, task }: { session: AgentSession; task: Task }) => {
  const { kind, title, status, addedAt, closedAt, reason } = task;
  const { dateTime } = useFormat();
  const holder = participants.length > 1 && participants.find(({ number }) => number === task.participant);
  return (
    <>
      <div className={styles['heading']}>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <Badge tone={taskTones[status]}>
          <Text id={`console-session.status-${status}`} />
        </Badge>
      </div>
      <p className={styles['muted']}>
        <Text id={`console-session.kind-${kind}`} />
        {' · '}
        <Text
          id={closedAt === null ? 'console-session.added' : 'console-session.closed'}
          values={{ when: dateTime(closedAt ?? addedAt) }}
        />
        {holder && (
          <>
            {' · '}
            <Text id="console-session.held-by" values={{ name: holder.name }} />
          </>
        )}
      </p>
      {reason !== null && reason !== '' && (
        <p>
          <Text id="console-session.reason-was" values={{ reason }} />
        </p>
      )}
    </>
  );
};

/** What the customer waits for stands out; what is seldom done stays back. */
const stepLooks = {
  accept: 'primary',
  return: 'secondary',
  assign: 'quiet',
  rename: 'quiet',
  withdraw: 'quiet',
} as const;

type TaskStepsProps = {
  session: AgentSession;
  task: Task;
  steps: ReturnType<typeof listTaskSteps>;
  onOpen: (open: Open) => void;
};

const TaskSteps = ({ session, task, steps, onOpen }: TaskStepsProps) => {
  const { sessionId } = session;
  const text = useText();
  const words = useFailureWords();
  const { tell } = useConsole();
  const accept = useStep(sessionId, {
    take: (interactionId: string, key) => tell(acceptInteraction, null, { params: { sessionId, interactionId }, key }),
    done: text('console-session.accept-done'),
  });
  return (
    <>
      <div className={styles['steps']}>
        {steps.map((step) => (
          <Button
            key={step}
            variant={stepLooks[step]}
            busy={step === 'accept' && accept.isPending}
            aria-label={text('console-session.step-of', { step: text(`console-session.${step}`), title: task.title })}
            onClick={() =>
              step === 'accept'
                ? accept.mutate(task.id)
                : onOpen(step === 'assign' ? { kind: step, task, to: null } : { kind: step, task })
            }
          >
            <Text id={`console-session.${step}`} />
          </Button>
        ))}
      </div>
      {accept.error && (
        <Notice tone="danger" label={text('console.not-saved')} live>
          {words(accept.error)}
        </Notice>
      )}
    </>
  );
};
