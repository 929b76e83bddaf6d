import type { AgentSession } from '#contract/agent-session.ts';
import { endSession } from '#contract/endpoints/agent.ts';
import { cancelPlan } from '#contract/endpoints/engagement.ts';
import type { ParticipantId } from '#contract/ids.ts';
import { AddTaskDialog } from '#console/sessions/add-task-dialog.tsx';
import { AssignDialog } from '#console/sessions/participants/assign-dialog.tsx';
import { InviteDialog } from '#console/sessions/participants/invite-dialog.tsx';
import type { Participant } from '#console/sessions/participants/participant.ts';
import { ReengageDialog } from '#console/sessions/participants/reengage-dialog.tsx';
import { RevokeDialog } from '#console/sessions/participants/revoke-dialog.tsx';
import { PlanDialog } from '#console/sessions/plan-dialog.tsx';
import { ReassignDialog } from '#console/sessions/reassign-dialog.tsx';
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
  | { kind: 'add' | 'plan' | 'reassign' | 'cancel-plan' | 'end' }
  | { kind: 'rename' | 'return' | 'withdraw'; task: Task }
  | { kind: 'reengage' | 'revoke'; participant: Participant }
  /** `forTask`: what they are to do, once they take part. */
  | { kind: 'invite'; forTask: Task | null }
  /** `to`: who is chosen already. */
  | { kind: 'assign'; task: Task; to: ParticipantId | null }
  /** Somebody's link, and what comes after it. */
  | { kind: 'link'; name: string; url: string; next: Open }
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
          participant={open.participant}
          onInvited={({ url, name }) => onOpen(url === null ? null : { kind: 'link', name, url, next: null })}
          onClose={close}
        />
      );
    case 'revoke':
      return <RevokeDialog sessionId={sessionId} participant={open.participant} onClose={close} />;
    case 'invite':
      return <InviteDialog session={session} forTask={open.forTask} onOpen={onOpen} />;
    case 'assign':
      return <AssignDialog session={session} task={open.task} to={open.to} onOpen={onOpen} />;
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
          title={text('console-session.link-new', { name: open.name })}
          label={text('console-session.link')}
          secret={open.url}
          onClose={() => onOpen(open.next)}
        />
      );
    case 'cancel-plan':
    case 'end':
      return <ConfirmStep sessionId={sessionId} step={open.kind} onClose={close} />;
  }
};

const endpoints = { 'cancel-plan': cancelPlan, end: endSession };

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
