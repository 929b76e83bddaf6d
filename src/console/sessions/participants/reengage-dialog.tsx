import { type SubmitEvent, useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { reengageParticipant } from '#contract/endpoints/participation.ts';
import type { ReengageInput } from '#contract/engagement.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ContactFields, findTakenContact, useContactForm } from '#console/sessions/contact-form.tsx';
import type { Participant } from '#console/sessions/participants/participant.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

type ReengageDialogProps = {
  session: AgentSession;
  /** As they were when it opened. */
  participant: Participant;
  onInvited: (invited: { name: string; url: string | null }) => void;
  onClose: () => void;
};

/** The contact as it should have been: who has the old link is shut out, whoever is meant is invited. */
export const ReengageDialog = ({ session, participant, onInvited, onClose }: ReengageDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const { sessionId, allows } = session;
  const { name } = participant;
  const params = { sessionId, participantId: participant.id };
  const form = useContactForm(allows, participant);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (input: ReengageInput, key) => ask(reengageParticipant, input, { params, key }),
    done: text('console-session.reengage-done'),
    onDone: ({ url }) => onInvited({ name: form.draft.name, url }),
  });
  const taken = findTakenContact(error);
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
      error={taken ? null : error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <Text id="console-session.reengage-text" values={{ name }} />
      </p>
      <ContactFields form={form} isChecked={isChecked} taken={taken} />
    </FormDialog>
  );
};
