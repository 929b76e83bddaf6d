import ExternalLink from 'lucide-react/icons/external-link';

import type { Inspection } from '#contract/qa.ts';
import { toClockTime } from '#hosts/browser/panel/inspect/to-clock-time.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

type SentMessage = Inspection['outbox'][number];

/** What was written to the customer, newest first, and how far it got; each link opens as it would from the message. */
export const OutboxList = ({ messages }: { messages: Inspection['outbox'] }) => (
  <section aria-label="Outbox">
    <h3 className={styles['group']}>Outbox</h3>
    {messages.length === 0 && <p className={styles['muted']}>Nothing was sent.</p>}
    <ul className={styles['card']}>
      {messages.toReversed().map((message) => (
        <OutboxLine key={message.id} message={message} />
      ))}
    </ul>
  </section>
);

const OutboxLine = ({ message }: { message: SentMessage }) => {
  const { kind, channel, to, recipientName, words, url, createdAt, delivery } = message;
  return (
    <li className={styles['line']}>
      <div className={styles['lineHead']}>
        <span className={styles['strong']}>{kind}</span>
        <span className={styles['muted']}>{toClockTime(createdAt)}</span>
      </div>
      <p className={styles['details']}>
        {channel} to {recipientName}, {to} · {delivery.state}
        {delivery.reason !== null && `: ${delivery.reason}`}
      </p>
      {words.subject !== '' && (
        <p className={styles['details']} dir="auto">
          {words.subject}
        </p>
      )}
      <p className={styles['details']} dir="auto">
        {words.text}
      </p>
      {url !== null && (
        <ButtonLink
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open the link of the ${kind} to ${to}`}
          iconEnd={<Icon icon={ExternalLink} size={16} />}
        >
          Open the link
        </ButtonLink>
      )}
    </li>
  );
};
