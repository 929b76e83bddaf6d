import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useFailureWords } from '#console/client/failure-text.ts';
import { failureCode } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';

type ConfirmDialogProps = {
  title: string;
  /** On the button that does it. */
  action: string;
  /** Said when it is done. */
  done: string;
  decide: () => Promise<void>;
  /** Of what is otherwise afterwards; absent: nothing that was asked for. */
  changes?: QueryKey;
  /** Absent: it closes. */
  onDone?: () => void;
  onClose: () => void;
  /** What happens then. */
  children: ReactNode;
  /** What it happens to, under that. */
  details?: ReactNode;
};

/** Before something that cannot be undone. What is not there any more is as good as done. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, action, done, decide, changes, onClose, onDone = onClose, children, details } = props;
  const text = useText();
  const words = useFailureWords();
  const announce = useAnnounce();
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      try {
        await decide();
      } catch (failure) {
        if (failureCode(failure) !== 'not-found') throw failure;
      }
    },
    onSuccess: () => {
      announce(done);
      onDone();
    },
    onSettled: () => (changes ? cache.invalidateQueries({ queryKey: changes }) : undefined),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="danger" busy={isPending} onClick={() => mutate()}>
            {action}
          </Button>
          <Button onClick={onClose}>
            <Text id="console.cancel" />
          </Button>
        </>
      }
    >
      <Stack>
        <p>{children}</p>
        {details}
        {error && (
          <Notice tone="danger" label={text('console.not-saved')} live>
            {words(error)}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
};
