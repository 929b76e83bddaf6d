import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import Trash2 from 'lucide-react/icons/trash-2';

import type { DocumentRequestContent, RequestedItemContent } from '#contract/document-request.ts';
import { removeFile } from '#contract/endpoints/document-request.ts';
import type { FileInfo } from '#contract/file.ts';
import type { InteractionId } from '#contract/ids.ts';
import { failureCode, isUncertain } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { documentRequestQuery } from '#room/document-request/document-request-query.ts';
import { ConditionNote } from '#room/document-request/condition-note.tsx';
import { FilePreviewDialog } from '#room/document-request/file-preview-dialog.tsx';
import { SentThumbnail } from '#room/document-request/file-thumbnail.tsx';
import styles from '#room/document-request/row.module.css';
import { useSent } from '#room/document-request/uploads/use-uploads.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type FileRowProps = {
  interactionId: InteractionId;
  item: Pick<RequestedItemContent, 'id'>;
  file: FileInfo;
};

/** A file the backend has: to look at, or to take off again. */
export const FileRow = ({ interactionId, item, file }: FileRowProps) => {
  const [open, setOpen] = useState<'preview' | 'removal' | null>(null);
  const text = useText();
  const format = useFormat();
  const sent = useSent({ interactionId, itemId: item.id, name: file.name });
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
          aria-label={text('documents.preview', { name: file.name })}
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
      <IconButton
        icon={Trash2}
        label={text('documents.remove', { name: file.name })}
        onClick={() => setOpen('removal')}
      />
      {open === 'preview' && <FilePreviewDialog file={file} local={sent?.file} onClose={close} />}
      {open === 'removal' && <RemovalDialog interactionId={interactionId} file={file} onClose={close} />}
    </li>
  );
};

type RemovalProps = { interactionId: InteractionId; file: FileInfo; onClose: () => void };

const RemovalDialog = ({ interactionId, file, onClose }: RemovalProps) => {
  const removal = useRemoveFile(interactionId, file, onClose);
  const text = useText();
  const failureText = useFailureText();
  return (
    <Dialog
      open
      title={text('documents.remove-title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
            <Text id="documents.remove-yes" />
          </Button>
          <Button onClick={onClose}>
            <Text id="documents.remove-no" />
          </Button>
        </>
      }
    >
      <p>{text('documents.remove-text', { name: file.name })}</p>
      {removal.error && <p role="alert">{text('documents.remove-failed', { reason: failureText(removal.error) })}</p>}
    </Dialog>
  );
};

/** One that is gone already is fine: removed in another tab, or the answer was lost. */
function useRemoveFile(interactionId: InteractionId, file: FileInfo, onRemoved: () => void) {
  const client = useSessionClient();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const text = useText();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<DocumentRequestContent | null> =>
      client.call(removeFile, null, { params: { interactionId, fileId: file.id } }).catch((error: unknown) => {
        if (failureCode(error) === 'not-found') return null;
        throw error;
      }),
    retry: (failures, error) => failures < 1 && isUncertain(error),
    onSuccess: async (content) => {
      onRemoved();
      announce(text('documents.said.removed', { name: file.name }));
      if (content) cache.setQueryData(documentRequestQuery(client, content).queryKey, content);
      else await cache.invalidateQueries({ queryKey: ['document-request', interactionId] });
    },
  });
}
