import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { FileInfo } from '#contract/file.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { fileBytesQuery } from '#room/document-request/document-request-query.ts';
import styles from '#room/document-request/file-preview-dialog.module.css';
import { showBlob } from '#room/document-request/show-blob.ts';
import { buttonLook } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

type PreviewProps = { file: FileInfo; local: File | undefined };

/** The whole file, as it will be sent. */
export const FilePreviewDialog = ({ file, local, onClose }: PreviewProps & { onClose: () => void }) => (
  <Dialog open size="wide" title={file.name} onClose={onClose}>
    <Preview file={file} local={local} />
  </Dialog>
);

const Preview = ({ file, local }: PreviewProps) => {
  const client = useSessionClient();
  const failureText = useFailureText();
  const { data, error } = useQuery({ ...fileBytesQuery(client, file), enabled: !local });
  // Note: a type of its own, so that the new tab shows what the backend found and not what the name says.
  const bytes = local ?? data;
  if (error) return <p>{failureText(error)}</p>;
  if (!bytes) {
    return (
      <Loading label={<Text id="documents.preview-loading" />}>
        <Skeleton shape="block" height={240} />
      </Loading>
    );
  }
  return <Shown file={file} bytes={new Blob([bytes], { type: file.type })} />;
};

const Shown = ({ file, bytes }: { file: FileInfo; bytes: Blob }) => {
  const [isBroken, setIsBroken] = useState(false);
  const text = useText();
  const format = useFormat();
  const isPicture = isImageType(file.type) && !isBroken;
  return (
    <div className={styles['preview']}>
      {isPicture && (
        <img
          ref={showBlob(bytes, 'src')}
          className={styles['picture']}
          alt={text('documents.preview-image', { name: file.name })}
          onError={() => setIsBroken(true)}
        />
      )}
      {isBroken && (
        <p>
          <Text id="documents.preview-failed" />
        </p>
      )}
      <p className={styles['size']}>{format.fileSize(file.size)}</p>
      <a ref={showBlob(bytes, 'href')} target="_blank" rel="noreferrer" {...buttonLook()}>
        <Text id="documents.preview-open" />
      </a>
    </div>
  );
};
