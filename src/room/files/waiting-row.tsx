import { useMutation } from '@tanstack/react-query';
import FileClock from 'lucide-react/icons/file-clock';
import Trash2 from 'lucide-react/icons/trash-2';

import type { FilledItem } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { FileButton } from '#room/files/file-button.tsx';
import { uploadElementId } from '#room/files/element-ids.ts';
import styles from '#room/files/row.module.css';
import { NamedNote } from '#room/files/upload-row.tsx';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type WaitingRowProps = {
  interactionId: InteractionId;
  item: FilledItem;
  upload: FilledItem['unfinished'][number];
};

/** Begun before a reload or elsewhere: only the customer can give us the file again. */
export const WaitingRow = ({ interactionId, item, upload }: WaitingRowProps) => {
  const uploads = useUploads();
  const text = useText();
  const format = useFormat();
  const failureText = useFailureText();
  const removal = useMutation({
    networkMode: 'always',
    mutationFn: () => uploads.discard(interactionId, upload.id),
  });
  const amounts = { received: format.fileSize(upload.offset), total: format.fileSize(upload.size) };
  return (
    <li id={uploadElementId(upload.id)} className={styles['row']} data-tone="warning">
      <span className={styles['icon']}>
        <Icon icon={FileClock} size={24} />
      </span>
      <div className={styles['words']}>
        <NamedNote
          name={upload.name}
          note={<Text id={upload.offset > 0 ? 'files.waiting' : 'files.waiting-start'} values={amounts} />}
        />
        {removal.error && <p role="alert">{text('files.remove-failed', { reason: failureText(removal.error) })}</p>}
        <div>
          <FileButton
            item={{ ...item, maxFiles: 1 }}
            source="files"
            onFiles={(files) => uploads.add(interactionId, item, files)}
          >
            <Text
              id="files.choose-again"
              values={{ name: upload.name, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
            />
          </FileButton>
        </div>
      </div>
      <IconButton icon={Trash2} label={text('files.remove', { name: upload.name })} onClick={() => removal.mutate()} />
    </li>
  );
};
