import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';

import { ConfirmDialog } from '#console/shared/confirm-dialog.tsx';
import type { TaskDraft } from '#console/shared/task/task-draft.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { IconButton } from '#ui/icon-button.tsx';

type RemoveTaskButtonProps = { task: TaskDraft; onRemove: () => void };

/** Takes it out of the form. Asks where that costs the work of placing fields on a PDF; anything else is chosen again at once. */
export const RemoveTaskButton = ({ task, onRemove }: RemoveTaskButtonProps) => {
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { title } = task;
  const hasWork = task.kind === 'agreement' && task.document !== null;
  return (
    <>
      <IconButton
        icon={Trash2}
        label={text('console-new-session.remove-task', { title })}
        onClick={() => (hasWork ? setIsAsking(true) : onRemove())}
      />
      {isAsking && (
        <ConfirmDialog
          title={text('console-new-session.remove-task-title', { title })}
          action={text('console-new-session.remove-task-action')}
          done={text('console-new-session.remove-task-done', { title })}
          decide={async () => onRemove()}
          onClose={() => setIsAsking(false)}
        >
          <Text id="console-new-session.remove-task-text" />
        </ConfirmDialog>
      )}
    </>
  );
};
