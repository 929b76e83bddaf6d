import type { AgentSession } from '#contract/agent-session.ts';
import { endSession } from '#contract/endpoints/agent.ts';
import { cancelPlan, revokeLinks } from '#contract/endpoints/engagement.ts';
import { AddTaskDialog } from '#console/sessions/add-task-dialog.tsx';
import { PlanDialog } from '#console/sessions/plan-dialog.tsx';
import { ReassignDialog } from '#console/sessions/reassign-dialog.tsx';
import { ReengageDialog } from '#console/sessions/reengage-dialog.tsx';
import { sessionKey } from '#console/sessions/session-detail-query.ts';
import type { Task } from '#console/sessions/task.ts';
import { RenameDialog, ReturnDialog, WithdrawDialog } from '#console/sessions/task-dialogs.tsx';
import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { SecretDialog } from '#console/shared/secret-dialog.tsx';
import { useConsole } from '#console/client/console-client.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useIntent } from '#lib/session-client/use-intent.ts';

/** What stands in front of the page; a task as it was when it opened. */
export type Open =
  | { kind: 'add' | 'plan' | 'reengage' | 'reassign' | 'cancel-plan' | 'revoke' | 'end' }
  | { kind: 'rename' | 'return' | 'withdraw'; task: Task }
  | { kind: 'link'; url: string }
  | null;

type SessionDialogsProps = { session: AgentSession; open: Open; onOpen: (open: Open) => void };

export const SessionDialogs = ({ session, open, onOpen }: SessionDialogsProps) => {
  const text = useText();
  const { sessionId } = session;
  const close = () => onOpen(null);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'add':
      return <AddTaskDialog session={session} onClose={close} />;
    case 'plan':
      return <PlanDialog session={session} onClose={close} />;
    case 'reengage':
      return (
        <ReengageDialog
          session={session}
          onInvited={(url) => onOpen(url === null ? null : { kind: 'link', url })}
          onClose={close}
        />
      );
    case 'reassign':
      return <ReassignDialog session={session} onClose={close} />;
    case 'rename':
      return <RenameDialog sessionId={sessionId} task={open.task} onClose={close} />;
    case 'return':
      return <ReturnDialog sessionId={sessionId} task={open.task} onClose={close} />;
    case 'withdraw':
      return <WithdrawDialog session={session} task={open.task} onClose={close} />;
    case 'link':
      return (
        <SecretDialog
          title={text('console-session.link-new')}
          label={text('console-session.link')}
          secret={open.url}
          onClose={close}
        />
      );
    case 'cancel-plan':
    case 'end':
    case 'revoke':
      return <ConfirmStep sessionId={sessionId} step={open.kind} onClose={close} />;
  }
};

const endpoints = { 'cancel-plan': cancelPlan, end: endSession, revoke: revokeLinks };

type ConfirmStepProps = { sessionId: string; step: keyof typeof endpoints; onClose: () => void };

const ConfirmStep = ({ sessionId, step, onClose }: ConfirmStepProps) => {
  const text = useText();
  const { tell } = useConsole();
  const intent = useIntent();
  return (
    <ConfirmDialog
      title={text(`console-session.${step}-title`)}
      action={text(`console-session.${step}`)}
      done={text(`console-session.${step}-done`)}
      decide={() => tell(endpoints[step], null, { params: { sessionId }, key: intent.keyFor(step) })}
      changes={sessionKey(sessionId)}
      onClose={onClose}
    >
      <Text id={`console-session.${step}-text`} />
    </ConfirmDialog>
  );
};
