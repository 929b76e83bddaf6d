import Paperclip from 'lucide-react/icons/paperclip';

import { acceptedTypes } from '#contract/document-request.ts';
import { toPickerTypes } from '#domain/file-name.ts';
import { useText } from '#lib/i18n/text.tsx';
import styles from '#room/collaboration/chat/attachments/attachment-tray.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { useFilePicker } from '#ui/use-file-picker.ts';

/** The paper clip: opens the device's own picker. */
export const AttachButton = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const text = useText();
  const picker = useFilePicker(onFiles);
  return (
    <span className={styles['clip']}>
      <IconButton icon={Paperclip} label={text('chat.attach')} onClick={picker.open} />
      <input {...picker.input} multiple accept={toPickerTypes(acceptedTypes)} aria-label={text('chat.attach')} />
    </span>
  );
};
