import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import Trash2 from 'lucide-react/icons/trash-2';

import type { FileInfo } from '#contract/file.ts';
import { failureCode, isUncertain } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { addedFilesKey } from '#room/files/added-files-key.ts';
import { ConditionNote } from '#room/files/condition-note.tsx';
import { FilePreviewDialog } from '#room/files/file-preview-dialog.tsx';
import { SentThumbnail } from '#room/files/file-thumbnail.tsx';
import styles from '#room/files/row.module.css';
import type { UploadTask } from '#room/files/uploads/upload-task.ts';
import { useSent } from '#room/files/uploads/use-uploads.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type Place = Pick<UploadTask, 'interactionId' | 'itemId'>;
type FileRowProps = { place: Place; file: FileInfo; onRemove: (file: FileInfo) => Promise<void> };

/** A file the backend has: to look at, or to take off again. */
export const FileRow = ({ place, file, onRemove }: FileRowProps) => {
  const [open, setOpen] = useState<'preview' | 'removal' | null>(null);
  const text = useText();
  const format = useFormat();
  const sent = useSent({ ...place, name: file.name });
  const condition = sent?.condition ?? 'fine';
  const close = () => {
    setOpen(null);
  };
  return (
    <li className={styles['row']} data-tone={condition === 'fine' ? undefined : 'warning'}>
      <div className={styles['words']}>
        <button
          type="button"
          className={styles['file']}
          aria-label={text('files.preview', { name: file.name })}
          onClick={() => setOpen('preview')}
        >
          <SentThumbnail file={file} local={sent?.file} />
          <span className={styles['words']}>
            <span className={styles['name']}>
              <bdi>{file.name}</bdi>
            </span>
            <span className={styles['note']}>{format.fileSize(file.size)}</span>
          </span>
        </button>
        <ConditionNote condition={condition} />
      </div>
      <IconButton icon={Trash2} label={text('files.remove', { name: file.name })} onClick={() => setOpen('removal')} />
      {open === 'preview' && <FilePreviewDialog file={file} local={sent?.file} onClose={close} />}
      {open === 'removal' && <RemovalDialog place={place} file={file} onRemove={onRemove} onClose={close} />}
    </li>
  );
};

type RemovalProps = FileRowProps & { onClose: () => void };

const RemovalDialog = ({ onClose, ...row }: RemovalProps) => {
  const { file } = row;
  const removal = useRemoval(row, onClose);
  const text = useText();
  const failureText = useFailureText();
  return (
    <Dialog
      open
      title={text('files.remove-title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
            <Text id="files.remove-yes" />
          </Button>
          <Button onClick={onClose}>
            <Text id="files.remove-no" />
          </Button>
        </>
      }
    >
      <p>{text('files.remove-text', { name: file.name })}</p>
      {removal.error && <p role="alert">{text('files.remove-failed', { reason: failureText(removal.error) })}</p>}
    </Dialog>
  );
};

/** One that is gone already is fine: removed in another tab, or the answer was lost. */
function useRemoval({ place, file, onRemove }: FileRowProps, onRemoved: () => void) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const text = useText();
  return useMutation({
    networkMode: 'always',
    mutationFn: () =>
      onRemove(file).catch(async (error: unknown) => {
        if (failureCode(error) !== 'not-found') throw error;
        await cache.invalidateQueries({ queryKey: addedFilesKey(place.interactionId) });
      }),
    retry: (failures, error) => failures < 1 && isUncertain(error),
    onSuccess: () => {
      onRemoved();
      announce(text('files.said.removed', { name: file.name }));
    },
  });
}
