import type { ListedMessage } from '#contract/outbox.ts';
import { MessageState, toSaidState } from '#console/outbox/message-state.tsx';
import styles from '#console/outbox/outbox.module.css';
import rows from '#console/shared/rows.module.css';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

/** How far it got, in sentences. */
export const MessageDelivery = ({ message }: { message: ListedMessage }) => {
  const format = useFormat();
  const { tries, reason, steered, nextTryAt, settledAt, createdAt } = message;
  return (
    <div className={styles['delivery']} role="status">
      <p className={rows['when']}>
        <MessageState message={message} />
        {message.state !== 'kept' && (
          <span className={rows['muted']}>
            <Text id="console-outbox.tries" values={{ tries }} />
          </span>
        )}
      </p>
      <p>
        <Text
          id={`console-outbox.about-${toSaidState(message)}`}
          values={{ when: format.dateTime(nextTryAt ?? settledAt ?? createdAt) }}
        />
      </p>
      {reason !== null && <Reason reason={reason} />}
      {steered && (
        <p className={rows['muted']}>
          <Text
            id={`console-outbox.steered-${steered.what}`}
            values={{ name: steered.by, when: format.dateTime(steered.at) }}
          />
        </p>
      )}
    </div>
  );
};

/** Why it was not wanted any more; what the other side said of a try is in its own words. */
const ownReasons: Readonly<Record<string, TextId>> = {
  'no-link': 'console-outbox.reason-no-link',
  'session-unknown': 'console-outbox.reason-session-unknown',
  'channel-not-allowed': 'console-outbox.reason-channel-not-allowed',
  'address-changed': 'console-outbox.reason-address-changed',
  'link-over': 'console-outbox.reason-link-over',
  'session-ended': 'console-outbox.reason-session-ended',
  'nothing-to-do': 'console-outbox.reason-nothing-to-do',
};

const Reason = ({ reason }: { reason: string }) => {
  const text = useText();
  const own = Object.hasOwn(ownReasons, reason) ? ownReasons[reason] : undefined;
  return <p className={styles['reason']}>{own ? text(own) : text('console-outbox.last-problem', { reason })}</p>;
};
