import { useState } from 'react';

import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';

/** `isEmpty`: there is nothing to lose. */
type ClearButtonProps = { isEmpty: boolean; onClear: () => void };

/** Begins anew, once it is sure that what was typed and placed may go. */
export const ClearButton = ({ isEmpty, onClear }: ClearButtonProps) => {
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => (isEmpty ? onClear() : setIsAsking(true))}>
        <Text id="console-new-session.clear" />
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text('console-new-session.clear-title')}
          action={text('console-new-session.clear')}
          done={text('console-new-session.clear-done')}
          decide={async () => onClear()}
          onClose={() => setIsAsking(false)}
        >
          <Text id="console-new-session.clear-text" />
        </ConfirmDialog>
      )}
    </>
  );
};
