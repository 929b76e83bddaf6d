import { useEffect, useEffectEvent, useRef } from 'react';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';

import { Text, useText } from '#lib/i18n/text.tsx';
import type { AttachmentTask } from '#room/collaboration/chat/attachments/attachment-task.ts';
import styles from '#room/collaboration/chat/attachments/attachment-tray.module.css';
import { useAttachmentWords } from '#room/collaboration/chat/attachments/attachment-words.ts';
import type { Attachments } from '#room/collaboration/chat/attachments/create-attachments.ts';
import { FileChip, FileChips } from '#ui/file-chip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

type AttachmentTrayProps = { tasks: readonly AttachmentTask[] } & Pick<Attachments, 'retry' | 'remove'>;

/** The files of the message being written, above it. Nothing while there are none. */
export const AttachmentTray = ({ tasks, ...ways }: AttachmentTrayProps) => {
  const text = useText();
  useAttachmentNews(tasks);
  if (tasks.length === 0) return null;
  return (
    <div className={styles['tray']}>
      <FileChips label={text('chat.attached')}>
        {tasks.map((task) => (
          <Chip key={task.key} task={task} {...ways} />
        ))}
      </FileChips>
      {tasks.some(({ state }) => state.kind !== 'done') && (
        <p className={styles['hint']}>
          <Text id="chat.attach-wait" />
        </p>
      )}
    </div>
  );
};

const troubles: readonly AttachmentTask['state']['kind'][] = ['failed', 'refused', 'lost'];
const isTrouble = ({ state }: AttachmentTask) => troubles.includes(state.kind);

const Chip = ({ task, retry, remove }: { task: AttachmentTask } & Omit<AttachmentTrayProps, 'tasks'>) => {
  const text = useText();
  const words = useAttachmentWords();
  const { key, name, state, sent, size } = task;
  return (
    <FileChip
      name={name}
      words={words(task)}
      isTrouble={isTrouble(task)}
      sent={state.kind === 'sending' ? sent / size : undefined}
    >
      {state.kind === 'failed' && (
        <IconButton icon={RotateCw} label={text('chat.attach-retry', { name })} onClick={() => retry(key)} />
      )}
      <IconButton icon={X} label={text('chat.attach-remove', { name })} onClick={() => remove(key)} />
    </FileChip>
  );
};

/** Says what became of each, for those who do not see it. */
function useAttachmentNews(tasks: readonly AttachmentTask[]): void {
  const text = useText();
  const words = useAttachmentWords();
  const announce = useAnnounce();
  const told = useRef(new Map(tasks.map(({ key, state }) => [key, state.kind])));
  const tell = useEffectEvent(() => {
    for (const task of tasks) {
      const { key, name, state } = task;
      if (told.current.get(key) === state.kind) continue;
      told.current.set(key, state.kind);
      if (state.kind === 'done') announce(text('chat.attach-done', { name }));
      if (isTrouble(task)) announce(`${name}. ${words(task)}`);
    }
  });
  useEffect(() => {
    tell();
  }, [tasks]);
}
