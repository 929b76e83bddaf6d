import { useEffect, useRef } from 'react';

import type { Message } from '#contract/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useSession } from '#lib/session-client/session-data.ts';
import styles from '#room/collaboration/chat/message-log.module.css';
import { FileRows } from '#room/collaboration/file-list.tsx';
import { OutgoingRow } from '#room/collaboration/chat/outgoing-row.tsx';
import { useOutgoing } from '#room/collaboration/chat/outgoing.ts';
import { useIsOwn } from '#room/collaboration/chat/use-is-own.ts';

/** What was said, oldest first, and at the end what is still on its way. Keeps the newest in view unless the customer reads back. */
export const MessageLog = ({ messages }: { messages: readonly Message[] }) => {
  const text = useText();
  const { agentName: name } = useSession();
  const outgoing = useOutgoing(messages);
  const scroller = useNewestInView(outgoing.length);
  const days = useDays(messages);
  return (
    <div
      ref={scroller}
      className={styles['log']}
      role="log"
      aria-label={name === null ? text('chat.log-plain') : text('chat.log', { name })}
      tabIndex={0}
    >
      <div className={styles['lines']}>
        {messages.length === 0 && outgoing.length === 0 && <Empty name={name} />}
        {days.map(({ day, messages: ofDay }) => (
          <div key={day} className={styles['day']}>
            <h3 className={styles['date']}>{day}</h3>
            {ofDay.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </div>
        ))}
        {outgoing.map((message) => (
          <OutgoingRow key={message.key} message={message} />
        ))}
      </div>
    </div>
  );
};

/** Note: the list is laid out from its end, so browsers keep the newest in view by themselves; only one's own words call back from reading. */
function useNewestInView(outgoingCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outgoingCount > 0) scroller.current?.scrollTo({ top: 0 });
  }, [outgoingCount]);
  return scroller;
}

/** In runs of the same calendar day, in the customer's zone. */
function useDays(messages: readonly Message[]): { day: string; messages: Message[] }[] {
  const format = useFormat();
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const day = format.date(message.sentAt);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days].map(([day, ofDay]) => ({ day, messages: ofDay }));
}

const Empty = ({ name }: { name: string | null }) => (
  <div className={styles['empty']}>
    <p className={styles['strong']}>
      <Text id="chat.empty" />
    </p>
    <p>{name === null ? <Text id="chat.empty-text-plain" /> : <Text id="chat.empty-text" values={{ name }} />}</p>
  </div>
);

const MessageRow = ({ message }: { message: Message }) => {
  const { authorName, text: words, attachments, sentAt } = message;
  const isOwn = useIsOwn()(message);
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles['row']} data-from={isOwn ? 'customer' : 'agent'}>
      <p className={styles['meta']}>
        <bdi>{isOwn ? text('chat.you') : authorName}</bdi> <time dateTime={sentAt}>{format.time(sentAt)}</time>
      </p>
      {words !== '' && (
        <p className={styles['bubble']} dir="auto">
          {words}
        </p>
      )}
      {attachments.length > 0 && (
        <div className={styles['files']}>
          <FileRows
            files={attachments}
            label={isOwn ? text('chat.files-of-you') : text('chat.files-of', { name: authorName })}
            isTyped
          />
        </div>
      )}
    </div>
  );
};
