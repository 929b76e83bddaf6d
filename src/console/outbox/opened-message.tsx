import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { ListedMessage } from '#contract/outbox.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { MessageDialog } from '#console/outbox/message-dialog.tsx';
import { outboxQuery } from '#console/outbox/outbox-query.ts';

/**
 * One message as it is now, whatever the list behind asks for: what is done about it may take it out of there. Note: of a session with very many
 * messages the old ones are only as they were when somebody looked.
 */
export const OpenedMessage = ({ message, onClose }: { message: ListedMessage; onClose: () => void }) => {
  const [seen, setSeen] = useState(message);
  const { data } = useInfiniteQuery(outboxQuery(useConsole(), { session: message.sessionId }));
  const now = data?.pages.flatMap(({ messages }) => messages).find(({ id }) => id === message.id);
  return <MessageDialog message={now ?? seen} onChange={setSeen} onClose={onClose} />;
};
