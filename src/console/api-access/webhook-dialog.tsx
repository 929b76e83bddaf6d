import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useId, useState } from 'react';

import { type WebhookEventKind, webhookEventKinds } from '#contract/webhook.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { toggle } from '#console/shared/toggle.ts';
import { ApiError } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { TextField } from '#ui/text-field.tsx';

type Input = { url: string; events: WebhookEventKind[] };

type WebhookDialogProps = {
  title: string;
  action: string;
  initial: Input;
  save: (input: Input) => Promise<void>;
  onClose: () => void;
};

/** Adds a webhook, or changes one. What is wrong with an address the backend knows best, and is said beside it. */
export const WebhookDialog = ({ title, action, initial, save, onClose }: WebhookDialogProps) => {
  const text = useText();
  const formId = useId();
  const cache = useQueryClient();
  const [url, setUrl] = useState(initial.url);
  const [events, setEvents] = useState<readonly WebhookEventKind[]>(initial.events);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => save({ url: url.trim(), events: [...events] }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['api-access'] }),
  });
  const fault = findUrlFault(error) ?? (isChecked && url.trim() === '' ? urlFaults['unreadable'] : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (url.trim() !== '' && events.length > 0 && !isPending) mutate();
  };

  return (
    <FormDialog
      formId={formId}
      title={title}
      action={action}
      isPending={isPending}
      error={fault === undefined ? error : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text('console-api-access.webhook-url')}
        hint={text('console-api-access.webhook-url-hint')}
        error={fault !== undefined && text(fault)}
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={2_000}
        value={url}
        onChange={({ target }) => {
          setUrl(target.value);
          reset();
        }}
      />
      <ChoiceGroup
        label={text('console-api-access.webhook-events')}
        error={isChecked && events.length === 0 && text('console-api-access.webhook-events-missing')}
      >
        {webhookEventKinds.map((kind) => (
          <Choice
            key={kind}
            type="checkbox"
            label={<Text id={`console-api-access.event-${kind}`} />}
            checked={events.includes(kind)}
            onChange={() => setEvents(toggle(events, kind))}
          />
        ))}
      </ChoiceGroup>
    </FormDialog>
  );
};

const urlFaults: Readonly<Record<string, TextId>> = {
  unreadable: 'console-api-access.webhook-url-unreadable',
  'not-https': 'console-api-access.webhook-url-not-https',
  loopback: 'console-api-access.webhook-url-loopback',
};

function findUrlFault(error: unknown): TextId | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return urlFaults[error.problem.fields?.find(({ path }) => path === 'url')?.message ?? ''];
}
