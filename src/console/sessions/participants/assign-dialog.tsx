import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { assignInteraction } from '#contract/endpoints/participation.ts';
import type { ParticipantId } from '#contract/ids.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import type { Task } from '#console/sessions/task.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { failureCode } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { SelectField } from '#ui/select-field.tsx';

/** Instead of the id of anybody: who does it does not take part yet. */
const somebodyNew = 'new';

type AssignDialogProps = {
  session: AgentSession;
  task: Task;
  /** Who is chosen already. */
  to: ParticipantId | null;
  onOpen: (open: Open) => void;
};

/** Whose a task is, as long as nobody has begun it: theirs who is chosen, and back in the same way. */
export const AssignDialog = ({ session, task, to, onOpen }: AssignDialogProps) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const { sessionId, participants } = session;
  const others = participants.filter(({ number }) => number !== task.participant);
  const [chosen, setChosen] = useState<string>(to ?? (others.length === 0 ? somebodyNew : ''));
  const [isChecked, setIsChecked] = useState(false);
  const params = { sessionId, interactionId: task.id };
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (participant: ParticipantId, key) => tell(assignInteraction, { participant }, { params, key }),
    done: text('console-session.assign-done', { name: others.find(({ id }) => id === chosen)?.name ?? '' }),
    onDone: () => onOpen(null),
  });
  const hasBegun = failureCode(error) === 'not-actionable';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const participant = others.find(({ id }) => id === chosen);
    if (chosen === somebodyNew) onOpen({ kind: 'invite', forTask: task });
    else if (participant && !isPending) mutate(participant.id);
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.step-of', { step: text('console-session.assign'), title: task.title })}
      action={text(chosen === somebodyNew ? 'console-session.assign-invite' : 'console-session.assign')}
      isPending={isPending}
      error={hasBegun ? null : error}
      onSubmit={submit}
      onClose={() => onOpen(null)}
    >
      <p>
        <Text id="console-session.assign-text" />
      </p>
      <SelectField
        label={text('console-session.assign-to')}
        error={resolveFault({ isMissing: isChecked && chosen === '', hasBegun })}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{text('console-session.assign-choose')}</option>
        {others.map(({ id, name, email, phone }) => (
          <option key={id} value={id}>
            {name} ({email ?? phone})
          </option>
        ))}
        <option value={somebodyNew}>{text('console-session.assign-new')}</option>
      </SelectField>
    </FormDialog>
  );
};

function resolveFault({ isMissing, hasBegun }: { isMissing: boolean; hasBegun: boolean }) {
  if (isMissing) return <Text id="console-session.assign-missing" />;
  return hasBegun && <Text id="console-session.assign-begun" />;
}
