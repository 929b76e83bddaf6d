import { type SubmitEvent, useId, useState } from 'react';

import { emailSchema, phoneSchema } from '#contract/agent.ts';
import type { AgentSession } from '#contract/agent-session.ts';
import { reengage } from '#contract/endpoints/engagement.ts';
import type { ReengageInput } from '#contract/engagement.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';

type ReengageDialogProps = { session: AgentSession; onInvited: (url: string | null) => void; onClose: () => void };

/** The contact as it should have been: who has the old link is shut out, whoever is meant is invited. */
export const ReengageDialog = ({ session, onInvited, onClose }: ReengageDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const { sessionId, allows } = session;
  const [draft, setDraft] = useState(() => toDraft(session));
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (input: ReengageInput, key) => ask(reengage, input, { params: { sessionId }, key }),
    done: text('console-session.reengage-done'),
    onDone: ({ url }) => onInvited(url),
  });
  const { channel } = draft;
  /** Where nobody is asked for it, it stays as it is. */
  const knownPhone = session.participants[0]?.phone ?? null;
  const name = draft.name.trim();
  const email = emailSchema.safeParse(draft.email);
  const phone = phoneSchema.safeParse(draft.phone.replaceAll(/[\s().-]/g, ''));
  const isEmailWrong = !email.success && (channel === 'email' || draft.email.trim() !== '');
  const isPhoneWrong = allows.textMessages && !phone.success && (channel === 'sms' || draft.phone.trim() !== '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (name === '' || isEmailWrong || isPhoneWrong || isPending) return;
    mutate({
      customer: { name, email: email.data ?? null, phone: allows.textMessages ? (phone.data ?? null) : knownPhone },
      channel,
    });
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
      <TextField
        label={text('console-session.customer-name')}
        error={isChecked && name === '' && text('console-session.name-missing')}
        autoComplete="off"
        maxLength={limits.nameLength}
        value={draft.name}
        onChange={({ target }) => setDraft({ ...draft, name: target.value })}
      />
      {channel !== null && allows.textMessages && (
        <ChoiceGroup label={text('console-session.channel')}>
          {(['email', 'sms'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name={`${formId}-channel`}
              label={text(`console-session.by-${one}`)}
              checked={channel === one}
              onChange={() => setDraft({ ...draft, channel: one })}
            />
          ))}
        </ChoiceGroup>
      )}
      <TextField
        label={text('console-session.email')}
        optional={channel !== 'email'}
        error={isChecked && isEmailWrong && text('console-session.email-wrong')}
        type="email"
        autoComplete="off"
        value={draft.email}
        onChange={({ target }) => setDraft({ ...draft, email: target.value })}
      />
      {allows.textMessages && (
        <TextField
          label={text('console-session.phone')}
          hint={text('console-session.phone-hint')}
          optional={channel !== 'sms'}
          error={isChecked && isPhoneWrong && text('console-session.phone-wrong')}
          type="tel"
          autoComplete="off"
          value={draft.phone}
          onChange={({ target }) => setDraft({ ...draft, phone: target.value })}
        />
      )}
    </FormDialog>
  );
};

/** Note: a session that was started by text message goes on by email once those are off. */
function toDraft({ channel, allows, participants: [customer] }: AgentSession) {
  return {
    name: customer?.name ?? '',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
    channel: channel === 'sms' && !allows.textMessages ? ('email' as const) : channel,
  };
}
