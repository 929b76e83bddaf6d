import { useEffect } from 'react';
import CircleAlert from 'lucide-react/icons/circle-alert';

import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import styles from '#room/collaboration/chat/message-log.module.css';
import { type OutgoingMessage, useSendMessage } from '#room/collaboration/chat/outgoing.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

/** One's own words on their way: sending, waiting for the network, or not sent and what to do about it. */
export const OutgoingRow = ({ message }: { message: OutgoingMessage }) => (
  <div className={styles['row']} data-from="customer" data-state={message.state}>
    {message.text !== '' && (
      <p className={styles['bubble']} dir="auto">
        {message.text}
      </p>
    )}
    {message.attachments.map(({ uploadId, name }) => (
      <p key={uploadId} className={styles['bubble']}>
        <bdi>{name}</bdi>
      </p>
    ))}
    {message.state === 'failed' ? (
      <NotSent message={message} />
    ) : (
      <p className={styles['meta']}>
        <Text id={message.state === 'waiting' ? 'chat.waiting' : 'chat.sending'} />
      </p>
    )}
  </div>
);

const NotSent = ({ message }: { message: OutgoingMessage }) => {
  const { resend, discard } = useSendMessage();
  const reason = useFailureText()(message.error);
  const words = useText()('chat.not-sent', { reason });
  const announce = useAnnounce();
  useEffect(() => {
    announce(words);
  }, [announce, words]);
  return (
    <div className={styles['not-sent']}>
      <p className={styles['failure']}>
        <Icon icon={CircleAlert} size={16} />
        <span>{words}</span>
      </p>
      <div className={styles['ways']}>
        <Button
          onClick={() => {
            resend(message);
          }}
        >
          <Text id="chat.resend" />
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            discard(message);
          }}
        >
          <Text id="chat.discard" />
        </Button>
      </div>
    </div>
  );
};
