import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { reassignSession } from '#contract/endpoints/engagement.ts';
import type { AgentId } from '#contract/ids.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { findSuccessorFault, SuccessorField, useSuccessors } from '#console/shared/successor-field.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

type ReassignDialogProps = { session: AgentSession; onClose: () => void };

/** Somebody else goes on with it. */
export const ReassignDialog = ({ session: { sessionId, team, agent }, onClose }: ReassignDialogProps) => {
  const text = useText();
  const formId = useId();
  const { tell } = useConsole();
  const successors = useSuccessors({ teams: [team], from: agent?.id ?? null });
  const [chosen, setChosen] = useState<AgentId | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (to: AgentId, key) => tell(reassignSession, { agent: to }, { params: { sessionId }, key }),
    done: text('console-session.reassign-done'),
    onDone: onClose,
  });
  const fault = findSuccessorFault(error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (chosen !== null && !isPending) mutate(chosen);
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.reassign')}
      action={successors.data?.length === 0 ? null : text('console-session.reassign')}
      isPending={isPending}
      error={fault === null ? error : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <Text id="console-session.reassign-text" />
      </p>
      <SuccessorField
        successors={successors}
        value={chosen}
        onChange={setChosen}
        error={chosen === null ? (isChecked ? 'console.successor-missing' : null) : fault}
      />
    </FormDialog>
  );
};
