import type { ReactNode, SubmitEvent } from 'react';

import { useFailureWords } from '#console/client/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';

type FormDialogProps = {
  formId: string;
  title: string;
  /** Null: there is nothing that could be done here. */
  action: string | null;
  isPending: boolean;
  /** What no field has words for. */
  error: unknown;
  size?: 'regular' | 'wide';
  /** What it does is not undone. */
  isDestructive?: boolean;
  onSubmit: (event: SubmitEvent) => void;
  onClose: () => void;
  children: ReactNode;
};

export const FormDialog = (props: FormDialogProps) => {
  const { formId, title, action, isPending, error, size = 'regular', onSubmit, onClose, children } = props;
  const look = props.isDestructive ? 'danger' : 'primary';
  const text = useText();
  const words = useFailureWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size={size}
      actions={
        <>
          {action !== null && (
            <Button type="submit" form={formId} variant={look} busy={isPending}>
              {action}
            </Button>
          )}
          <Button onClick={onClose}>
            <Text id={action === null ? 'console.done' : 'console.cancel'} />
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate>
        <Stack>
          {children}
          {error !== null && (
            <Notice tone="danger" label={text('console.not-saved')} live>
              {words(error)}
            </Notice>
          )}
        </Stack>
      </form>
    </Dialog>
  );
};
