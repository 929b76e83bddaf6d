import type { SubmitEvent } from 'react';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import type { UploadId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import type { DeskPlace } from '#console/client/desk-place.ts';
import { useFailureWords } from '#console/client/failure-text.ts';
import { AttachButton, AttachedFiles } from '#console/sessions/attachments/attach-fields.tsx';
import { useAttachments } from '#console/sessions/attachments/use-attachments.ts';
import styles from '#console/sessions/session-detail.module.css';
import { useMessageDraft } from '#console/sessions/use-message-draft.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useTypingSignal } from '#lib/session-client/typing-signal.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';

type ComposerProps = { sessionId: string; place: DeskPlace; mayAttach: boolean };

/** Where the agent writes. What is not sent yet stays on their desk. */
export const Composer = ({ sessionId, place, mayAttach }: ComposerProps) => {
  const text = useText();
  const words = useFailureWords();
  const { ask, tell } = useConsole();
  const typing = useTypingSignal(() => tell(signalAgentTyping, null, { params: { sessionId } }));
  const { written, setWritten, attachments, setAttachments, shelf } = useMessageDraft(place);
  const attaching = useAttachments(sessionId, { attachments, setAttachments, shelf });
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (message: { text: string; attachments: UploadId[] }, key) =>
      ask(sendAgentMessage, message, { params: { sessionId }, key }),
    done: text('console-session.sent'),
    onDone: ({ text: sent }) => setWritten((now) => (now.trim() === sent ? '' : now)),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = written.trim();
    const { ready } = attaching;
    if (!ready || (said === '' && ready.length === 0)) return;
    if (said.length <= limits.messageLength && !isPending) {
      mutate({ text: said, attachments: ready }, { onSuccess: () => attaching.drop(ready) });
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
        {mayAttach && <AttachedFiles {...attaching} attachments={attachments} />}
        <div className={styles['steps']}>
          {mayAttach && <AttachButton add={attaching.add} />}
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
