import { useEffect, useState } from 'react';

import { useText } from '#lib/i18n/text.tsx';
import { useAgentActivity, useOpenEntry } from '#lib/session-client/session-data.ts';
import { useAnnounce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from '#room/entry/inactive-agent-message.module.css';

type Props = { isDismissed: boolean; onDismiss: () => void };

/**
 * For customers who entered while the agent was inactive (the backend decides). Leaves by itself when the agent comes back;
 * an agent who leaves later does not raise it (product.md 4.2).
 */
export const InactiveAgentMessage = ({ isDismissed, onDismiss }: Props) => {
  const { agentActivity: atEntry, policy } = useOpenEntry();
  const now = useAgentActivity();
  const [hasReturned, setHasReturned] = useState(false);
  if (now === 'active' && !hasReturned) setHasReturned(true);
  const { value: isOn, text: message } = policy.inactiveAgentMessage;
  const isShown = isOn && message !== null && atEntry === 'inactive' && !hasReturned && !isDismissed;
  return isShown ? <OpenMessage message={message} onDismiss={onDismiss} /> : null;
};

const OpenMessage = ({ message, onDismiss }: { message: string; onDismiss: () => void }) => {
  const text = useText();
  const announce = useAnnounce();

  useEffect(() => {
    announce(message);
  }, [announce, message]);

  return (
    <Notice tone="warning" label={text('notices.inactive-agent.label')} onDismiss={onDismiss}>
      <bdi className={styles['message']}>{message}</bdi>
    </Notice>
  );
};
