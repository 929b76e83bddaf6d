import { type SubmitEvent, useState } from 'react';

import type { AgentSession } from '#contract/agent-session.ts';
import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import type { UploadId } from '#contract/ids.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import { AttachButton, AttachedFiles } from '#console/sessions/attachments/attach-fields.tsx';
import { useAttachments } from '#console/sessions/attachments/use-attachments.ts';
import { FileButton } from '#console/sessions/handed-in.tsx';
import styles from '#console/sessions/session-detail.module.css';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { useTypingSignal } from '#lib/session-client/typing-signal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TypingLine } from '#ui/typing-line.tsx';

/** `isOpen`: whether something can be written. `typing`: which customer is writing at this moment. */
type SessionChatProps = { session: AgentSession; isOpen: boolean; typing: string | null };

export const SessionChat = ({ session, isOpen, typing }: SessionChatProps) => {
  const text = useText();
  const { dateTime } = useFormat();
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
              <Text id={session.allows.chat ? 'console-session.chat-none' : 'console-session.chat-off'} />
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
          {isOpen && <Compose session={session} />}
        </Stack>
      </Card>
    </section>
  );
};

const Compose = ({ session: { sessionId, allows } }: Pick<SessionChatProps, 'session'>) => {
  const text = useText();
  const words = useFailureWords();
  const { ask, tell } = useConsole();
  const typing = useTypingSignal(() => tell(signalAgentTyping, null, { params: { sessionId } }));
  const attaching = useAttachments(sessionId);
  const [written, setWritten] = useState('');
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (message: { text: string; attachments: UploadId[] }, key) =>
      ask(sendAgentMessage, message, { params: { sessionId }, key }),
    done: text('console-session.sent'),
    onDone: ({ text: sent }) => setWritten((now) => (now.trim() === sent ? '' : now)),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = written.trim();
    const { ready: attachments } = attaching;
    if (!attachments || (said === '' && attachments.length === 0)) return;
    if (said.length <= limits.messageLength && !isPending) {
      mutate({ text: said, attachments }, { onSuccess: () => attaching.drop(attachments) });
      typing.end();
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="small">
        <TextArea
          label={text('console-session.message')}
          limit={limits.messageLength}
          value={written}
          onChange={({ target }) => {
            setWritten(target.value);
            typing.note(target.value);
          }}
        />
        {allows.attachments && <AttachedFiles {...attaching} />}
        <div className={styles['steps']}>
          {allows.attachments && <AttachButton add={attaching.add} />}
          <Button type="submit" busy={isPending}>
            <Text id="console-session.send" />
          </Button>
        </div>
        {error && (
          <Notice tone="danger" label={text('console.not-saved')} live>
            {words(error)}
          </Notice>
        )}
      </Stack>
    </form>
  );
};
