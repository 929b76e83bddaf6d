import { Link } from 'react-router';

import type { ListedMessage } from '#contract/outbox.ts';
import { useFailureWords } from '#console/client/failure-text.ts';
import { MessageDelivery } from '#console/outbox/message-delivery.tsx';
import { MessageLink } from '#console/outbox/message-link.tsx';
import styles from '#console/outbox/outbox.module.css';
import { useSteerMessage } from '#console/outbox/use-steer-message.ts';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button, buttonLook } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';

type MessageDialogProps = {
  message: ListedMessage;
  /** It is another one now: sent after all, cancelled. */
  onChange: (message: ListedMessage) => void;
  onClose: () => void;
};

/** The whole message, how far it got, and what can still be done about it. */
export const MessageDialog = ({ message, onChange, onClose }: MessageDialogProps) => {
  const text = useText();
  const words = useFailureWords();
  const announce = useAnnounce();
  const steer = useSteerMessage(message, (next) => {
    onChange(next);
    announce(text(next.state === 'cancelled' ? 'console-outbox.cancelled' : 'console-outbox.retried'));
  });
  const { sessionId, kind, to, recipientName, words: said, state, canRetry, canCancel } = message;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('console-outbox.open', { kind: text(`console-outbox.kind-${kind}`), name: recipientName })}
      actions={
        <>
          {canRetry && state !== 'sent' && (
            <Button
              variant={state === 'dead' ? 'primary' : 'secondary'}
              busy={steer.isPending && steer.variables === 'retry'}
              onClick={() => steer.mutate('retry')}
            >
              <Text id={`console-outbox.retry-${state}`} />
            </Button>
          )}
          {canCancel && (
            <Button busy={steer.isPending && steer.variables === 'cancel'} onClick={() => steer.mutate('cancel')}>
              <Text id="console-outbox.cancel" />
            </Button>
          )}
          <Link {...buttonLook('quiet')} to={`/sessions/${sessionId}`}>
            <Text id="console-outbox.to-session" />
          </Link>
        </>
      }
    >
      <div className={styles['opened']}>
        {steer.error && (
          <Notice tone="danger" label={text('console-outbox.failed')} title={text('console-outbox.failed')} live>
            {words(steer.error)}
          </Notice>
        )}
        <MessageDelivery message={message} />
        <p className={rows['muted']}>
          <Text id="console-outbox.to" values={{ name: recipientName, address: to }} />
        </p>
        <section className={styles['letter']} aria-label={text('console-outbox.message')} dir="auto">
          {said.subject !== '' && <h3>{said.subject}</h3>}
          <p className={styles['said']}>{said.text}</p>
          <MessageLink message={message} />
          {said.closing !== '' && <p className={styles['said']}>{said.closing}</p>}
        </section>
      </div>
    </Dialog>
  );
};
