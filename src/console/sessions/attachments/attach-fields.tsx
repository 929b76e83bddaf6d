import Paperclip from 'lucide-react/icons/paperclip';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';

import { acceptedTypes } from '#contract/document-request.ts';
import { limits } from '#contract/limits.ts';
import { toPickerTypes } from '#domain/file-name.ts';
import { useFailureWords } from '#console/client/failure-text.ts';
import type { Attachment, AttachmentState, useAttachments } from '#console/sessions/attachments/use-attachments.ts';
import styles from '#console/sessions/session-detail.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Button } from '#ui/button.tsx';
import { FileChip, FileChips } from '#ui/file-chip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useFilePicker } from '#ui/use-file-picker.ts';

type AttachFieldsProps = Omit<ReturnType<typeof useAttachments>, 'drop'>;
type AttachedFilesProps = Omit<AttachFieldsProps, 'add'> & { attachments: readonly Attachment[] };

/** The files of the message. */
export const AttachedFiles = ({ attachments, retry, remove, ready }: AttachedFilesProps) => {
  const text = useText();
  return (
    <>
      {attachments.length > 0 && (
        <FileChips label={text('console-session.attached')}>
          {attachments.map((attachment) => (
            <Chip key={attachment.key} attachment={attachment} retry={retry} remove={remove} />
          ))}
        </FileChips>
      )}
      {!ready && (
        <p className={styles['muted']}>
          <Text id="console-session.attach-wait" />
        </p>
      )}
    </>
  );
};

/** Adds files to the message. */
export const AttachButton = ({ add }: Pick<AttachFieldsProps, 'add'>) => {
  const text = useText();
  const picker = useFilePicker(add);
  return (
    <>
      <Button variant="quiet" icon={<Icon icon={Paperclip} />} onClick={picker.open}>
        <Text id="console-session.attach" />
      </Button>
      <input
        {...picker.input}
        multiple
        accept={toPickerTypes(acceptedTypes)}
        aria-label={text('console-session.attach')}
      />
    </>
  );
};

type ChipProps = { attachment: Attachment } & Pick<AttachFieldsProps, 'retry' | 'remove'>;

const Chip = ({ attachment, retry, remove }: ChipProps) => {
  const text = useText();
  const words = useStateWords();
  const { name, size, state } = attachment;
  const isTrouble = state.kind === 'failed' || state.kind === 'refused';
  return (
    <FileChip
      name={name}
      words={<span role={isTrouble ? 'alert' : undefined}>{words(state, size)}</span>}
      isTrouble={isTrouble}
    >
      {state.kind === 'failed' && (
        <IconButton
          icon={RotateCw}
          label={text('console-session.attach-retry', { name })}
          onClick={() => retry(attachment)}
        />
      )}
      <IconButton icon={X} label={text('console-session.attach-remove', { name })} onClick={() => remove(attachment)} />
    </FileChip>
  );
};

function useStateWords() {
  const text = useText();
  const failureWords = useFailureWords();
  const { fileSize } = useFormat();
  return (state: AttachmentState, size: number): string => {
    switch (state.kind) {
      case 'kept':
      case 'sending':
        return text('console-session.attach-sending');
      case 'failed':
        return failureWords(state.failure);
      case 'refused':
        return {
          type: text('console-session.attach-type'),
          'too-large': text('console-session.attach-too-large', { max: fileSize(limits.attachmentBytes) }),
          'too-many': text('console-session.attach-too-many', { count: limits.attachmentsPerMessage }),
          unreadable: text('console-session.attach-unreadable'),
        }[state.refusal.kind];
      case 'done':
        return fileSize(size);
    }
  };
}
