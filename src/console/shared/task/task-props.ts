import type { Language } from '#contract/language.ts';
import type { TaskDraft } from '#console/shared/task/task-draft.ts';
import type { FileShelf } from '#lib/storage/file-shelf.ts';

/** What the fields of one thing to do are given. */
export type TaskProps<Task extends TaskDraft = TaskDraft> = {
  task: Task;
  onChange: (task: TaskDraft) => void;
  /** What is wrong with the field of this id, in words. */
  errorOf: (field: string) => string | undefined;
  /** What customers are written to in; what they read is marked as it. */
  language: Language;
  /** Where the files are kept that were picked, by the ids of the tasks. */
  shelf: FileShelf;
};
