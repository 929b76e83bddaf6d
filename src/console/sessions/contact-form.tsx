import { useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import type { ReengageInput } from '#contract/engagement.ts';
import { limits } from '#contract/limits.ts';
import { emailSchema, phoneSchema } from '#contract/scalars.ts';
import { useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Whom a session is with and how they are invited, as it is put right. `input`: null while something is wrong with it. */
export function useContactForm(session: AgentSession) {
  const { allows, participants } = session;
  const [draft, setDraft] = useState(() => toDraft(session));
  const { channel } = draft;
  /** Where nobody is asked for it, it stays as it is. */
  const knownPhone = participants[0]?.phone ?? null;
  const name = draft.name.trim();
  const email = emailSchema.safeParse(draft.email);
  const phone = phoneSchema.safeParse(draft.phone.replaceAll(/[\s().-]/g, ''));
  const wrong = {
    name: name === '',
    email: !email.success && (channel === 'email' || draft.email.trim() !== ''),
    phone: allows.textMessages && !phone.success && (channel === 'sms' || draft.phone.trim() !== ''),
  };
  const customer = {
    name,
    email: email.data ?? null,
    phone: allows.textMessages ? (phone.data ?? null) : knownPhone,
  };
  const input: ReengageInput | null = wrong.name || wrong.email || wrong.phone ? null : { customer, channel };
  return {
    draft,
    change: (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes }),
    wrong,
    input,
    hasPhone: allows.textMessages,
  };
}

type ContactFieldsProps = {
  form: ReturnType<typeof useContactForm>;
  /** Whether it was sent once, so that what is wrong is said. */
  isChecked: boolean;
};

export const ContactFields = ({ form: { draft, change, wrong, hasPhone }, isChecked }: ContactFieldsProps) => {
  const text = useText();
  const group = useId();
  const { channel } = draft;
  return (
    <>
      <TextField
        label={text('console-session.customer-name')}
        error={isChecked && wrong.name && text('console-session.name-missing')}
        autoComplete="off"
        maxLength={limits.nameLength}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      {channel !== null && hasPhone && (
        <ChoiceGroup label={text('console-session.channel')}>
          {(['email', 'sms'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name={group}
              label={text(`console-session.by-${one}`)}
              checked={channel === one}
              onChange={() => change({ channel: one })}
            />
          ))}
        </ChoiceGroup>
      )}
      <TextField
        label={text('console-session.email')}
        optional={channel !== 'email'}
        error={isChecked && wrong.email && text('console-session.email-wrong')}
        type="email"
        autoComplete="off"
        value={draft.email}
        onChange={({ target }) => change({ email: target.value })}
      />
      {hasPhone && (
        <TextField
          label={text('console-session.phone')}
          hint={text('console-session.phone-hint')}
          optional={channel !== 'sms'}
          error={isChecked && wrong.phone && text('console-session.phone-wrong')}
          type="tel"
          autoComplete="off"
          value={draft.phone}
          onChange={({ target }) => change({ phone: target.value })}
        />
      )}
    </>
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
