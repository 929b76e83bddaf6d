import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import MessageCircle from 'lucide-react/icons/message-circle';

import { Text, useText } from '#lib/i18n/text.tsx';
import { useMessages } from '#lib/session-client/messages-data.ts';
import { useSession } from '#lib/session-client/session-data.ts';
import { useChatAccess } from '#room/collaboration/chat/chat-access.ts';
import { ChatPanel } from '#room/collaboration/chat/chat-panel.tsx';
import styles from '#room/collaboration/chat/chat-place.module.css';
import { ChatSheet } from '#room/collaboration/chat/chat-sheet.tsx';
import { useOutgoing, useResendKept, useResendWhenLive } from '#room/collaboration/chat/outgoing.ts';
import { useUnread } from '#room/collaboration/chat/use-unread.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

/** The chat where there is room for it: beside the cards, or behind a button that shows what is unread. */
export const ChatPlace = () => {
  const access = useChatAccess();
  const isBeside = useIsWide();
  const { messages = [] } = useMessages();
  useResendKept();
  useResendWhenLive(useOutgoing(messages));
  if (access === 'none') return null;
  return isBeside ? <ChatAside /> : <ChatButton />;
};

const wide = '(min-width: 1024px)';

const useIsWide = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => {
        query.removeEventListener('change', onChange);
      };
    },
    () => matchMedia(wide).matches,
  );

const ChatAside = () => (
  <aside className={styles['aside']} aria-labelledby="chat-title">
    <ChatPanel titleId="chat-title" />
  </aside>
);

const ChatButton = () => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const count = useUnread().length;
  useNewMessageNews(!isOpen);
  return (
    <div className={styles['bar']}>
      <Button
        icon={<Icon icon={MessageCircle} />}
        wide
        aria-label={count > 0 ? text('chat.open-unread', { count }) : undefined}
        aria-haspopup="dialog"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <Text id="chat.open" />
        {count > 0 && (
          <span className={styles['count']} aria-hidden>
            {count}
          </span>
        )}
      </Button>
      {isOpen && (
        <ChatSheet
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </div>
  );
};

/** Says that something was written while the messages are out of sight; in sight, their own list says it. */
function useNewMessageNews(isOutOfSight: boolean): void {
  const newest = useUnread().at(-1);
  const { seq: seqNow } = useSession();
  const text = useText();
  const announce = useAnnounce();
  // Note: what was there when the room opened is shown by the count; only what comes after it is news.
  const told = useRef(seqNow);

  useEffect(() => {
    if (!newest || newest.seq <= told.current) return;
    told.current = newest.seq;
    const { authorName, text: words, attachments } = newest;
    const said = [words, ...attachments.map(({ name }) => name)].filter((part) => part !== '').join(' · ');
    if (isOutOfSight) announce(text('chat.new-message', { name: authorName, text: said }));
  }, [newest, isOutOfSight, text, announce]);
}
