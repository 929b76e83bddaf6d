import { type SubmitEvent, useId, useState } from 'react';
import type * as z from 'zod/mini';

import type { AgentSession } from '#contract/agent-session.ts';
import { inviteParticipant } from '#contract/endpoints/participation.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { ContactFields, findTakenContact, nobody, useContactForm } from '#console/sessions/contact-form.tsx';
import { LanguageField } from '#console/sessions/language-field.tsx';
import type { Open } from '#console/sessions/session-dialogs.tsx';
import type { Task } from '#console/sessions/task.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';

type InviteInput = z.infer<typeof inviteParticipant.input>;

type InviteDialogProps = {
  session: AgentSession;
  /** What they are to be given next; null: nothing yet. */
  forTask: Task | null;
  onOpen: (open: Open) => void;
};

/** Somebody besides the customer takes part. */
export const InviteDialog = ({ session, forTask, onOpen }: InviteDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const { sessionId, allows, channel, participants } = session;
  const form = useContactForm(allows, { ...nobody, channel: allows.invitations ? channel : null });
  const [language, setLanguage] = useState(participants[0]?.language ?? 'en');
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (input: InviteInput, key) => ask(inviteParticipant, input, { params: { sessionId }, key }),
    done: text('console-session.invite-done', { name: form.draft.name }),
    onDone: ({ participantId, url }) => {
      const next = forTask && { kind: 'assign' as const, task: forTask, to: participantId };
      onOpen(url === null ? next : { kind: 'link', name: form.draft.name, url, next });
    },
  });
  const taken = findTakenContact(error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (form.input && !isPending) mutate({ ...form.input, customer: { ...form.input.customer, language } });
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.invite')}
      action={text('console-session.invite-action')}
      isPending={isPending}
      error={taken ? null : error}
      onSubmit={submit}
      onClose={() => onOpen(null)}
    >
      <p>
        {forTask ? (
          <Text id="console-session.invite-for" values={{ title: forTask.title }} />
        ) : (
          <Text id="console-session.invite-text" />
        )}
      </p>
      {!allows.invitations && (
        <p>
          <Text id={allows.copyLinks ? 'console-session.invite-by-hand' : 'console-session.channel-none'} />
        </p>
      )}
      <ContactFields form={form} isChecked={isChecked} taken={taken} />
      <LanguageField label={text('console-session.their-language')} value={language} onChange={setLanguage} />
    </FormDialog>
  );
};
