import { useQuery } from '@tanstack/react-query';

import type { AgentSession } from '#contract/agent-session.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { deskPlaceQuery } from '#console/client/desk-place.ts';
import { QueryView } from '#console/layout/query-view.tsx';
import { Composer } from '#console/sessions/composer.tsx';
import { FileButton } from '#console/sessions/handed-in.tsx';
import styles from '#console/sessions/session-detail.module.css';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { Card } from '#ui/card.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { TypingLine } from '#ui/typing-line.tsx';

/** `typing`: which customer is writing at this moment. */
type SessionChatProps = { session: AgentSession; maySteer: boolean; typing: string | null };

export const SessionChat = ({ session, maySteer, typing }: SessionChatProps) => {
  const text = useText();
  const { dateTime } = useFormat();
  const silence = findSilence(session, maySteer);
  const newest = session.messages.findLast(({ from }) => from === 'customer');
  return (
    <section className={styles['part']} aria-label={text('console-session.chat')}>
      <h2>
        <Text id="console-session.chat" />
      </h2>
      <Card>
        <Stack>
          {session.messages.length === 0 && (
            <p className={styles['muted']}>
              <Text id="console-session.chat-none" />
            </p>
          )}
          <ol className={styles['messages']} aria-live="polite">
            {session.messages.map(({ id, from, authorName, text: said, attachments, sentAt }) => (
              <li key={id} data-from={from}>
                <p className={styles['muted']}>
                  <bdi>{authorName}</bdi> · {dateTime(sentAt)}
                </p>
                {said !== '' && (
                  <p className={styles['said']} dir="auto">
                    {said}
                  </p>
                )}
                {attachments.map((file) => (
                  <FileButton key={file.id} sessionId={session.sessionId} file={file} />
                ))}
              </li>
            ))}
          </ol>
          {session.state === 'open' && session.allows.chat && (
            <TypingLine
              key={newest?.id}
              words={typing === null ? null : text('console-session.typing', { name: typing })}
            />
          )}
          {silence === null ? (
            <Compose session={session} />
          ) : (
            <p className={styles['muted']}>
              <Text id={silence} />
            </p>
          )}
        </Stack>
      </Card>
    </section>
  );
};

/** Why nothing can be written; null: it can. */
function findSilence({ state, allows }: AgentSession, maySteer: boolean): TextId | null {
  if (!allows.chat) return 'console-session.chat-off';
  if (state !== 'open') return `console-session.chat-${state}`;
  return maySteer ? null : 'console-session.chat-look';
}

const Compose = ({ session: { sessionId, allows } }: Pick<SessionChatProps, 'session'>) => {
  const { me } = useConsole();
  const place = useQuery(deskPlaceQuery(me.id, `chat-${sessionId}`));
  return (
    <QueryView query={place} skeleton={<Skeleton />}>
      {(found) => <Composer sessionId={sessionId} place={found} mayAttach={allows.attachments} />}
    </QueryView>
  );
};
