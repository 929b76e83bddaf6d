import { type SyntheticEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import * as z from 'zod/mini';

import { signalTyping } from '#contract/endpoints/message.ts';
import { limits } from '#contract/limits.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useSessionClient } from '#lib/session-client/session-client.tsx';
import { useTypingSignal } from '#lib/session-client/typing-signal.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';
import { AttachButton } from '#room/collaboration/chat/attachments/attach-button.tsx';
import { AttachmentTray } from '#room/collaboration/chat/attachments/attachment-tray.tsx';
import { useAttachments } from '#room/collaboration/chat/attachments/use-attachments.ts';
import { useFilesGiven } from '#room/collaboration/chat/attachments/use-files-given.ts';
import styles from '#room/collaboration/chat/composer.module.css';
import { useSendMessage } from '#room/collaboration/chat/outgoing.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

const draftSchema = z.string();
/** Characters left from which on they are counted. */
const countFrom = 200;

/** Where the customer writes. What is not sent yet is kept for the visit. */
export const Composer = () => {
  const text = useText();
  const id = useId();
  const { send } = useSendMessage();
  const { isAllowed, tasks, add, retry, remove, take } = useAttachments();
  const given = useFilesGiven(isAllowed, add);
  const client = useSessionClient();
  const typing = useTypingSignal(() => client.send(signalTyping));
  const [words, setWords] = useKeptWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = limits.messageLength - words.length;
  const isAttached = tasks.every(({ state }) => state.kind === 'done');
  const canSend = left >= 0 && isAttached && (tasks.length > 0 || /\S/.test(words));

  const submit = () => {
    if (!canSend) return;
    send(words.trim(), isAllowed ? take() : []);
    typing.end();
    setWords('');
    field.current?.focus();
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || isTouchKeyboard()) return;
    event.preventDefault();
    submit();
  };

  return (
    <form className={styles['composer']} data-over={given.isOver || undefined} onSubmit={onSubmit} {...given.drop}>
      {given.isOver && (
        <p className={styles['drop']}>
          <Text id="chat.attach-drop" />
        </p>
      )}
      <AttachmentTray tasks={tasks} retry={retry} remove={remove} />
      {isAllowed && <AttachButton onFiles={add} />}
      <textarea
        ref={field}
        aria-label={text('chat.field')}
        className={styles['field']}
        rows={1}
        value={words}
        placeholder={text('chat.placeholder')}
        // Note: while nothing is written the placeholder decides, and that is the page's own words.
        dir={words === '' ? undefined : 'auto'}
        enterKeyHint="enter"
        aria-invalid={left < 0 || undefined}
        aria-describedby={left <= countFrom ? `${id}-left` : undefined}
        onChange={(event) => {
          setWords(event.target.value);
          typing.note(event.target.value);
        }}
        onKeyDown={onKeyDown}
        {...given.paste}
      />
      <Button
        type="submit"
        variant="secondary"
        aria-disabled={!canSend}
        icon={<Icon icon={SendHorizontal} directional />}
      >
        <Text id="chat.send" />
      </Button>
      {left <= countFrom && (
        <output id={`${id}-left`} className={styles['left']} data-over={left < 0 || undefined}>
          {left < 0 && (
            <>
              <Text id="chat.too-long" />{' '}
            </>
          )}
          <Text id={left < 0 ? 'ui.characters-over' : 'ui.characters-left'} values={{ count: Math.abs(left) }} />
        </output>
      )}
    </form>
  );
};

/** On a phone Enter makes a new line, as everywhere else there; the button sends. */
const isTouchKeyboard = () => matchMedia('(hover: none) and (pointer: coarse)').matches;

function useKeptWords() {
  const key = `chat-draft:${useSessionClient().storageKey}`;
  const [words, setWords] = useState(() => draftSchema.safeParse(visitStorage.read(key)).data ?? '');
  const keepWords = (next: string) => {
    setWords(next);
    if (next === '') visitStorage.remove(key);
    else visitStorage.write(key, next);
  };
  return [words, keepWords] as const;
}
