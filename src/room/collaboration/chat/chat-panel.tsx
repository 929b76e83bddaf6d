import X from 'lucide-react/icons/x';

import { Text, useText } from '#lib/i18n/text.tsx';
import { refreshMessages, useMessages } from '#lib/session-client/messages-data.ts';
import { useAgentActivity, useSession } from '#lib/session-client/session-data.ts';
import { useTyping } from '#lib/session-client/typing-data.ts';
import { useFeedConnection } from '#lib/session-client/feed-connection.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useChatAccess } from '#room/collaboration/chat/chat-access.ts';
import styles from '#room/collaboration/chat/chat-panel.module.css';
import { Composer } from '#room/collaboration/chat/composer.tsx';
import { MessageLog } from '#room/collaboration/chat/message-log.tsx';
import { useMarkSeen } from '#room/collaboration/chat/use-unread.ts';
import { Presence } from '#room/collaboration/people.tsx';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';
import { TypingLine } from '#ui/typing-line.tsx';

type Props = { titleId: string; onClose?: () => void };

/** Talking with the agent: what was said, how up to date that is, and where to write. */
export const ChatPanel = ({ titleId, onClose }: Props) => {
  const text = useText();
  const { agentName } = useSession();
  const activity = useAgentActivity();
  const access = useChatAccess();
  useMarkSeen();
  return (
    <div className={styles['panel']}>
      <div className={styles['head']}>
        <div className={styles['who']}>
          <h2 id={titleId}>
            <Text id="chat.title" />
          </h2>
          {agentName !== null && (
            <p className={styles['agent']}>
              <bdi>{agentName}</bdi>
              <Presence activity={activity} />
            </p>
          )}
        </div>
        {onClose && <IconButton icon={X} label={text('chat.close')} onClick={onClose} />}
      </div>
      <StaleBanner />
      <Messages />
      {access === 'write' ? <WriteArea /> : <ReadOnly />}
    </div>
  );
};

const StaleBanner = () => {
  const { state, retry } = useFeedConnection();
  const queryClient = useQueryClient();
  if (state !== 'stale') return null;
  return (
    <div className={styles['stale']}>
      <output>
        <Text id="chat.stale" />
      </output>
      <Button
        variant="quiet"
        onClick={() => {
          retry();
          void refreshMessages(queryClient);
        }}
      >
        <Text id="chat.stale-retry" />
      </Button>
    </div>
  );
};

const Messages = () => {
  const { messages, error, isFetching, retry } = useMessages();
  if (messages) return <MessageLog messages={messages} />;
  return (
    <div className={styles['instead']}>
      {error && !isFetching ? (
        <>
          <p>
            <Text id="chat.load-failed" />
          </p>
          <Button onClick={retry}>
            <Text id="chat.retry" />
          </Button>
        </>
      ) : (
        <Loading label={<Text id="chat.loading" />}>
          <Skeleton shape="block" width={70} height={56} />
          <Skeleton shape="block" width={55} height={40} />
        </Loading>
      )}
    </div>
  );
};

/** Heard anew once the agent's message is there. */
const Typing = () => {
  const text = useText();
  const { messages = [] } = useMessages();
  const name = useTyping();
  const newest = messages.findLast(({ from }) => from === 'agent');
  return (
    <div className={styles['typing']}>
      <TypingLine key={newest?.id} words={name === null ? null : text('chat.typing', { name })} />
    </div>
  );
};

const WriteArea = () => {
  const { agentName } = useSession();
  const activity = useAgentActivity();
  return (
    <>
      <Typing />
      <div className={styles['write']}>
        {activity === 'inactive' && (
          <p className={styles['away']}>
            {agentName === null ? <Text id="chat.away-plain" /> : <Text id="chat.away" values={{ name: agentName }} />}
          </p>
        )}
        <Composer />
      </div>
    </>
  );
};

const ReadOnly = () => {
  const { state } = useSession();
  return (
    <p className={styles['read-only']}>
      <Text id={state === 'ended' ? 'chat.read-only' : 'chat.off'} />
    </p>
  );
};
