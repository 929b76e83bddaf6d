import { type EngagementChannel, engagementChannelSchema } from '#contract/session.ts';
import type { PartProps } from '#console/new-session/part-props.ts';
import { PhoneField } from '#console/new-session/phone-field.tsx';
import { Section } from '#console/new-session/section.tsx';
import { resolveChannel } from '#console/new-session/to-start-input.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';

const channelTexts: Readonly<Record<EngagementChannel, TextId>> = {
  email: 'console-new-session.by-email',
  sms: 'console-new-session.by-phone',
};

/** Who the customer is and how they are reached: nothing of phones where text messages are off. */
export const ContactFields = ({ draft, change, terms, problems }: PartProps) => {
  const text = useText();
  const channel = resolveChannel(draft, terms);
  const optional = terms.embeddedSession;
  const errorOf = (id: string) => problems.flatMap((one) => (one.id === id ? [text(one.message)] : []))[0];
  return (
    <Section title={<Text id="console-new-session.customer" />}>
      <TextField
        id="name"
        label={<Text id="console-new-session.name" />}
        error={errorOf('name')}
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      {optional && (
        <Notice tone="info" label={text('console-new-session.embedded')}>
          <Text id="console-new-session.embedded" />
        </Notice>
      )}
      {draft.channel !== channel && (
        <Notice tone="warning" label={text('console-new-session.no-texts')} live>
          <Text id="console-new-session.no-texts" />
        </Notice>
      )}
      {terms.textMessages && (
        <ChoiceGroup label={<Text id="console-new-session.channel" />}>
          {engagementChannelSchema.options.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="channel"
              label={<Text id={channelTexts[one]} />}
              checked={one === channel}
              onChange={() => change({ channel: one })}
            />
          ))}
        </ChoiceGroup>
      )}
      {channel === 'email' ? (
        <TextField
          id="email"
          label={<Text id="console-new-session.email" />}
          error={errorOf('email')}
          optional={optional}
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={({ target }) => change({ email: target.value })}
        />
      ) : (
        <PhoneField draft={draft} change={change} error={errorOf('phone')} optional={optional} />
      )}
    </Section>
  );
};
