import { type SubmitEvent, useState } from 'react';

import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';

type ReasonFormProps = {
  label: string;
  suggestion: string;
  /** What the button does. */
  action: string;
  isBusy: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
};

export const ReasonForm = ({ label, suggestion, action, isBusy, onSend, onCancel }: ReasonFormProps) => {
  const [reason, setReason] = useState(suggestion);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onSend(reason);
  };
  return (
    <form onSubmit={send}>
      <Stack gap="small">
        <TextField label={label} value={reason} autoFocus onChange={({ target }) => setReason(target.value)} />
        <Stack gap="small" inline>
          <Button type="submit" variant="primary" busy={isBusy}>
            {action}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </Stack>
      </Stack>
    </form>
  );
};
