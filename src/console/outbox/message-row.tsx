import type { ListedMessage } from '#contract/outbox.ts';
import { MessageState } from '#console/outbox/message-state.tsx';
import rows from '#console/shared/rows.module.css';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

export const MessageRow = ({ message, onOpen }: { message: ListedMessage; onOpen: () => void }) => {
  const text = useText();
  const format = useFormat();
  const { kind, channel, to, recipientName, createdAt, tries, nextTryAt } = message;
  const isTriedAgain = nextTryAt !== null && tries > 0 && !message.isUnderWay;
  return (
    <li className={rows['row']}>
      <div className={rows['who']}>
        <button type="button" className={rows['opener']} aria-haspopup="dialog" onClick={onOpen}>
          <Text id="console-outbox.open" values={{ kind: text(`console-outbox.kind-${kind}`), name: recipientName }} />
        </button>
        <p className={rows['muted']}>
          <Text id={`console-outbox.channel-${channel}`} /> · <bdi>{to}</bdi>
        </p>
      </div>
      <div className={rows['when']}>
        <MessageState message={message} />
        {message.state !== 'kept' && (
          <p className={rows['muted']}>
            <Text id="console-outbox.tries" values={{ tries }} />
          </p>
        )}
        <p className={rows['muted']}>
          {isTriedAgain ? (
            <Text id="console-outbox.next-try" values={{ when: format.dateTime(nextTryAt) }} />
          ) : (
            <Text id="console-outbox.written" values={{ when: format.dateTime(createdAt) }} />
          )}
        </p>
      </div>
    </li>
  );
};
