import { type ChangeEvent, useRef } from 'react';
import Paperclip from 'lucide-react/icons/paperclip';

import { acceptedTypes } from '#contract/document-request.ts';
import { fileEndings } from '#domain/file-name.ts';
import { useText } from '#lib/i18n/text.tsx';
import styles from '#room/collaboration/chat/attachments/attachment-tray.module.css';
import { IconButton } from '#ui/icon-button.tsx';

/** Note: pickers know some types only by their endings. */
const pickerTypes = acceptedTypes.flatMap((type) => [type, ...fileEndings[type]]).join(',');

/** The paper clip: opens the device's own picker. */
export const AttachButton = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // Note: emptied, so that choosing the same file again is a change.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <span className={styles['clip']}>
      <IconButton icon={Paperclip} label={text('chat.attach')} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={pickerTypes}
        aria-label={text('chat.attach')}
        onChange={onChange}
      />
    </span>
  );
};
