import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { reengage } from '#contract/endpoints/engagement.ts';
import type { ReengageInput } from '#contract/engagement.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ContactFields, useContactForm } from '#console/sessions/contact-form.tsx';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

type ReengageDialogProps = { session: AgentSession; onInvited: (url: string | null) => void; onClose: () => void };

/** The contact as it should have been: who has the old link is shut out, whoever is meant is invited. */
export const ReengageDialog = ({ session, onInvited, onClose }: ReengageDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const { sessionId } = session;
  const form = useContactForm(session);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (input: ReengageInput, key) => ask(reengage, input, { params: { sessionId }, key }),
    done: text('console-session.reengage-done'),
    onDone: ({ url }) => onInvited(url),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (form.input && !isPending) mutate(form.input);
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.reengage')}
      action={text('console-session.reengage-action')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <Text id="console-session.reengage-text" />
      </p>
      <ContactFields form={form} isChecked={isChecked} />
    </FormDialog>
  );
};
