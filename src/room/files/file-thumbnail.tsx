import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import FileText from 'lucide-react/icons/file-text';
import Image from 'lucide-react/icons/image';

import type { FileInfo } from '#contract/file.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { fileBytesQuery } from '#room/files/file-bytes-query.ts';
import styles from '#room/files/file-thumbnail.module.css';
import { usePictureFit } from '#room/files/use-picture-fit.ts';
import { showBlob } from '#room/files/show-blob.ts';
import { Icon } from '#ui/icon.tsx';

/** A picture of a file on the customer's own device, else a sign for what it is. Beside the name, so it is silent. */
export const LocalThumbnail = ({ file, type = file?.type ?? '' }: { file: Blob | undefined; type?: string }) => {
  const [isBroken, setIsBroken] = useState(false);
  const isPicture = isImageType(type);
  const fit = usePictureFit(isPicture ? file : undefined);
  if (!file || fit?.kind !== 'fits' || isBroken) {
    return (
      <span className={styles['thumbnail']}>
        <Icon icon={isPicture ? Image : FileText} size={24} />
      </span>
    );
  }
  return (
    <span className={styles['thumbnail']}>
      <img ref={showBlob(file, type, 'src')} alt="" onError={() => setIsBroken(true)} />
    </span>
  );
};

/** More than this is not fetched back just to be small. */
const maxThumbnailBytes = 3_000_000;

/** The same for a file that was sent: from the device when it is still at hand. */
export const SentThumbnail = ({ file, local }: { file: FileInfo; local: File | undefined }) => {
  const client = useSessionClient();
  const isFetched = !local && isImageType(file.type) && file.size <= maxThumbnailBytes;
  const { data } = useQuery({ ...fileBytesQuery(client, file), enabled: isFetched });
  return <LocalThumbnail key={data ? 'fetched' : 'local'} file={local ?? data} type={file.type} />;
};
