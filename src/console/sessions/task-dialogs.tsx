import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { returnInteraction, withdrawInteraction } from '#contract/endpoints/agent.ts';
import { renameInteraction } from '#contract/endpoints/engagement.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { toggle } from '#console/shared/toggle.ts';
import type { Task } from '#console/sessions/task.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

type TaskDialogProps = { sessionId: string; task: Task; onClose: () => void };

export const RenameDialog = ({ sessionId, task, onClose }: TaskDialogProps) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const [title, setTitle] = useState(task.title);
  const params = { sessionId, interactionId: task.id };
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (to: string, key) => tell(renameInteraction, { title: to }, { params, key }),
    done: text('console-session.rename-done'),
    onDone: onClose,
  });
  const isMissing = title.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isMissing && !isPending) mutate(title.trim());
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.step-of', { step: text('console-session.rename'), title: task.title })}
      action={text('console-session.rename')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('console-session.name')}
        error={isMissing && text('console-session.name-missing')}
        autoComplete="off"
        maxLength={limits.titleLength}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
    </FormDialog>
  );
};

type WithdrawDialogProps = Omit<TaskDialogProps, 'sessionId'> & { session: AgentSession };

export const WithdrawDialog = ({ session: { sessionId, state }, task, onClose }: WithdrawDialogProps) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const [reason, setReason] = useState('');
  const params = { sessionId, interactionId: task.id };
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (why: string, key) => tell(withdrawInteraction, { reason: why }, { params, key }),
    done: text('console-session.withdraw-done'),
    onDone: onClose,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.length <= limits.reasonLength && !isPending) mutate(reason.trim());
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.step-of', { step: text('console-session.withdraw'), title: task.title })}
      action={text('console-session.withdraw')}
      isDestructive
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <Text id={state === 'planned' ? 'console-session.withdraw-planned' : 'console-session.withdraw-text'} />
      </p>
      {state !== 'planned' && (
        <TextArea
          label={text('console-session.reason')}
          hint={text('console-session.reason-hint')}
          optional
          limit={limits.reasonLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
    </FormDialog>
  );
};

type Returned = { reason: string; items: Record<string, string> };

/** Of several papers those that are not right; the others stay as they were handed in. */
export const ReturnDialog = ({ sessionId, task, onClose }: TaskDialogProps) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const asked = task.kind === 'document-request' ? task.items : [];
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<readonly string[]>(asked.map(({ id }) => id));
  const [isChecked, setIsChecked] = useState(false);
  const params = { sessionId, interactionId: task.id };
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (content: Returned, key) => tell(returnInteraction, content, { params, key }),
    done: text('console-session.return-done'),
    onDone: onClose,
  });
  const isNoneWrong = asked.length > 0 && wrong.length === 0;
  const said = reason.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (said === '' || said.length > limits.reasonLength || isNoneWrong || isPending) return;
    const items = wrong.length === asked.length ? {} : Object.fromEntries(wrong.map((id) => [id, said]));
    mutate({ reason: said, items });
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.step-of', { step: text('console-session.return'), title: task.title })}
      action={text('console-session.return')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {asked.length > 1 && (
        <ChoiceGroup
          label={text('console-session.return-items')}
          error={isChecked && isNoneWrong && text('console-session.return-items-missing')}
        >
          {asked.map(({ id, title }) => (
            <Choice
              key={id}
              type="checkbox"
              label={title}
              checked={wrong.includes(id)}
              onChange={() => setWrong(toggle(wrong, id))}
            />
          ))}
        </ChoiceGroup>
      )}
      <TextArea
        label={text('console-session.reason')}
        hint={text('console-session.reason-hint')}
        error={isChecked && said === '' && text('console-session.reason-missing')}
        limit={limits.reasonLength}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </FormDialog>
  );
};
