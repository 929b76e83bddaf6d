import type { FilledItem } from '#contract/document-request.ts';
import type { FileInfo } from '#contract/file.ts';
import type { InteractionId } from '#contract/ids.ts';
import { useText } from '#lib/i18n/text.tsx';
import { FileRow } from '#room/files/file-row.tsx';
import styles from '#room/files/files.module.css';
import { UploadRow } from '#room/files/upload-row.tsx';
import { listShown, listWaiting, type UploadTask } from '#room/files/uploads/upload-task.ts';
import { WaitingRow } from '#room/files/waiting-row.tsx';

type AddedFilesProps = {
  interactionId: InteractionId;
  item: FilledItem;
  tasks: readonly UploadTask[];
  /** Takes one off again. @throws {ApiError | NetworkError | ContractError} */
  onRemove: (file: FileInfo) => Promise<void>;
};

export const countRows = (item: FilledItem, tasks: readonly UploadTask[]): number =>
  item.files.length + listShown(item, tasks).length + listWaiting(item, tasks).length;

/** What was added to an item, and what is on its way. Nothing while there is nothing. */
export const AddedFiles = ({ interactionId, item, tasks, onRemove }: AddedFilesProps) => {
  const text = useText();
  if (countRows(item, tasks) === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={text('files.files-of', { item: item.title })}>
      {item.files.map((file) => (
        <FileRow key={file.id} place={{ interactionId, itemId: item.id }} file={file} onRemove={onRemove} />
      ))}
      {listShown(item, tasks).map((task) => (
        <UploadRow key={task.id} task={task} item={item} />
      ))}
      {listWaiting(item, tasks).map((upload) => (
        <WaitingRow key={upload.id} interactionId={interactionId} item={item} upload={upload} />
      ))}
    </ul>
  );
};
