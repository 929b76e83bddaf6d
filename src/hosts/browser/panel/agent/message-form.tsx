import { type SubmitEvent, useState } from 'react';
import Send from 'lucide-react/icons/send';

import type { Inspection } from '#contract/qa.ts';
import { useAction, usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import styles from '#hosts/browser/panel/panel.module.css';
import { Problem } from '#hosts/browser/panel/problem.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

export const MessageForm = ({ session }: { session: Inspection['stored'] }) => {
  const { agent } = usePanelTools();
  const { run, isPending, problem } = useAction();
  const [text, setText] = useState('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    run(() => agent(session.team).sendMessage(session.id, text), { onDone: () => setText('') });
  };
  return (
    <section aria-label="Message">
      <h3 className={styles['group']}>Message</h3>
      <form className={styles['inline']} onSubmit={send}>
        <input
          className={styles['input']}
          aria-label="Message from the agent"
          placeholder="Write as the agent"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" busy={isPending} icon={<Icon icon={Send} size={16} />}>
          Send
        </Button>
      </form>
      <Problem error={problem} />
    </section>
  );
};
