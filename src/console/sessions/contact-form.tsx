import { useId, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import type { ReengageInput } from '#contract/engagement.ts';
import { limits } from '#contract/limits.ts';
import { emailSchema, phoneSchema } from '#contract/scalars.ts';
import type { EngagementChannel } from '#contract/session.ts';
import { ApiError } from '#lib/api/failures.ts';
import { useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';

type Known = Pick<AgentSession['participants'][number], 'name' | 'email' | 'phone' | 'channel'>;

/** Of whom nothing is known yet. */
export const nobody: Known = { name: '', email: null, phone: null, channel: null };

/** Who somebody is and how they are invited, as it should be. `input`: null while something is wrong with it. */
export function useContactForm(allows: AgentSession['allows'], known: Known) {
  const [draft, setDraft] = useState(() => ({
    name: known.name,
    email: known.email ?? '',
    phone: known.phone ?? '',
    channel: known.channel,
  }));
  const channel = resolveChannel(allows, draft.channel);
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
    // Note: where nobody is asked for it, it stays as it is.
    phone: allows.textMessages ? (phone.data ?? null) : known.phone,
  };
  const input: ReengageInput | null = wrong.name || wrong.email || wrong.phone ? null : { customer, channel };
  return {
    draft: { ...draft, channel },
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
  /** Which contact is somebody else's of this session already. */
  taken?: 'email' | 'phone' | null;
};

export const ContactFields = ({ form, isChecked, taken = null }: ContactFieldsProps) => {
  const { draft, change, wrong, hasPhone } = form;
  const text = useText();
  const group = useId();
  const { channel } = draft;
  const errorOf = (field: 'email' | 'phone') => {
    if (isChecked && wrong[field]) return text(`console-session.${field}-wrong`);
    return taken === field && text('console-session.takes-part-already');
  };
  return (
    <>
      <TextField
        label={text('console-session.their-name')}
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
        error={errorOf('email')}
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
          error={errorOf('phone')}
          type="tel"
          autoComplete="off"
          value={draft.phone}
          onChange={({ target }) => change({ phone: target.value })}
        />
      )}
    </>
  );
};

/** Note: whoever was reached by text message is reached by email once those are off. */
const resolveChannel = ({ textMessages, invitations }: AgentSession['allows'], chosen: EngagementChannel | null) =>
  (chosen === 'sms' && !textMessages) || (chosen === null && invitations) ? 'email' : chosen;

/** At which field it is said that somebody else of the session has this contact; null: it failed for another reason. */
export function findTakenContact(failure: unknown): 'email' | 'phone' | null {
  const fields = failure instanceof ApiError ? (failure.problem.fields ?? []) : [];
  const taken = fields.find(({ message }) => message === 'takes-part-already');
  if (!taken) return null;
  return taken.path === 'customer.phone' ? 'phone' : 'email';
}
