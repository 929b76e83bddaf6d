import { type SubmitEvent, useId, useState } from 'react';

import type { EsignContent } from '#contract/esign.ts';
import type { HandOverInput } from '#contract/hand-over.ts';
import { limits } from '#contract/limits.ts';
import { emailSchema, phoneSchema } from '#contract/scalars.ts';
import { failureCode } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { usePolicy } from '#lib/session-client/session-data.ts';
import { useHandOver } from '#room/esign/use-sign.ts';
import { Button } from '#ui/button.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

type HandOverDialogProps = { content: EsignContent; title: string; onDone: () => void; onClose: () => void };

type Draft = { name: string; channel: 'email' | 'sms'; email: string; phone: string; note: string };

/** Who has to do it instead, and how they are reached. */
export const HandOverDialog = ({ content, title, onDone, onClose }: HandOverDialogProps) => {
  const text = useText();
  const formId = useId();
  const { textMessages } = usePolicy();
  const [draft, setDraft] = useState<Draft>({ name: '', channel: 'email', email: '', phone: '', note: '' });
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useHandOver(content, onDone);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const name = draft.name.trim();
  const contact = readContact(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const isShort = draft.note.length <= limits.reasonLength;
    if (name !== '' && contact && isShort)
      mutate({ revision: content.revision, name, contact, note: draft.note.trim() });
  };
  return (
    <Dialog
      open
      title={text('esign.hand-over')}
      onClose={onClose}
      dismissible={!isPending}
      actions={
        <>
          <Button variant="primary" type="submit" form={formId} busy={isPending}>
            <Text id="esign.hand-over.submit" />
          </Button>
          <Button variant="secondary" onClick={onClose}>
            <Text id="esign.decline.cancel" />
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Stack>
          <p>
            <Text id="esign.hand-over.text" values={{ title }} />
          </p>
          <TextField
            label={text('esign.hand-over.name')}
            error={isChecked && name === '' && text('esign.hand-over.name-missing')}
            autoComplete="off"
            maxLength={limits.nameLength}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
          {textMessages.value && (
            <ChoiceGroup label={text('esign.hand-over.channel')}>
              {(['email', 'sms'] as const).map((channel) => (
                <Choice
                  key={channel}
                  type="radio"
                  name={`${formId}-channel`}
                  label={text(`esign.hand-over.by-${channel}`)}
                  checked={draft.channel === channel}
                  onChange={() => change({ channel })}
                />
              ))}
            </ChoiceGroup>
          )}
          {draft.channel === 'email' ? (
            <TextField
              label={text('esign.hand-over.email')}
              error={isChecked && !contact && text('esign.hand-over.email-wrong')}
              type="email"
              autoComplete="off"
              value={draft.email}
              onChange={({ target }) => change({ email: target.value })}
            />
          ) : (
            <TextField
              label={text('esign.hand-over.phone')}
              hint={text('esign.hand-over.phone-hint')}
              error={isChecked && !contact && text('esign.hand-over.phone-wrong')}
              type="tel"
              autoComplete="off"
              value={draft.phone}
              onChange={({ target }) => change({ phone: target.value })}
            />
          )}
          <TextArea
            label={text('esign.hand-over.note')}
            optional
            limit={limits.reasonLength}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
          />
          {error && <Failure error={error} />}
        </Stack>
      </form>
    </Dialog>
  );
};

function readContact({ channel, email, phone }: Draft): HandOverInput['contact'] | null {
  if (channel === 'email') {
    const read = emailSchema.safeParse(email);
    return read.success ? { channel, email: read.data } : null;
  }
  const read = phoneSchema.safeParse(phone.replaceAll(/[\s().-]/g, ''));
  return read.success ? { channel, phone: read.data } : null;
}

/** Note: the page knows nobody's address, so that only the backend can say that it is the customer's own. */
const Failure = ({ error }: { error: Error }) => {
  const text = useText();
  const failureText = useFailureText();
  const title = text('esign.hand-over.failed');
  return (
    <Notice tone="danger" label={title} title={title} live>
      {failureCode(error) === 'invalid-input' ? text('esign.hand-over.own') : failureText(error)}
    </Notice>
  );
};
