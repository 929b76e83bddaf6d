import type { Language } from '#contract/language.ts';
import styles from '#console/new-session/new-session.module.css';
import { RemoveTaskButton } from '#console/new-session/remove-task-button.tsx';
import type { TaskDraft } from '#console/shared/task/task-draft.ts';
import { TaskFields } from '#console/shared/task/task-fields.tsx';
import type { DraftProblem } from '#console/shared/task/to-interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import type { FileShelf } from '#lib/storage/file-shelf.ts';

type TaskCardProps = {
  task: TaskDraft;
  index: number;
  language: Language;
  shelf: FileShelf;
  problems: readonly DraftProblem[];
  onChange: (task: TaskDraft) => void;
  onRemove: () => void;
};

/** One thing to do: what the customer will read, and what it is about. */
export const TaskCard = ({ index, onRemove, ...props }: TaskCardProps) => {
  const text = useText();
  const number = index + 1;
  return (
    <div className={styles['task']} role="group" aria-label={text('console-new-session.task', { number })}>
      <TaskFields
        {...props}
        titleLabel={<Text id="console-new-session.task-title" values={{ number }} />}
        action={<RemoveTaskButton task={props.task} onRemove={onRemove} />}
      />
    </div>
  );
};
