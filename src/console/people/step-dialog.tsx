import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useId } from 'react';

import { officeKey } from '#console/shared/office-queries.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type StepDialogProps = {
  title: string;
  /** Null: there is nothing that could be done here. */
  action: string | null;
  /** Said when it is done; absent where what comes next says it. */
  done?: string;
  /** Does it, and goes on to what comes next. */
  take: () => Promise<void>;
  /** False: there is something to put right first. */
  isReady?: () => boolean;
  /** Whether the fields have words for this failure. */
  isSaid?: (failure: unknown) => boolean;
  onClose: () => void;
  /** Fields, or what happens then; with what went wrong the last time. */
  children: ReactNode | ((failure: unknown) => ReactNode);
};

/** One change of people or teams. Whatever comes of it, the page behind looks at them anew. */
export const StepDialog = ({ done, take, isReady, isSaid, children, ...rest }: StepDialogProps) => {
  const formId = useId();
  const announce = useAnnounce();
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: take,
    onSuccess: () => {
      if (done !== undefined) announce(done);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: officeKey }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady?.() !== false && !isPending) mutate();
  };
  return (
    <FormDialog
      {...rest}
      formId={formId}
      isPending={isPending}
      error={isSaid?.(error) ? null : error}
      onSubmit={submit}
    >
      {typeof children === 'function' ? children(error) : children}
    </FormDialog>
  );
};
