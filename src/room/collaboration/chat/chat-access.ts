import { useMessages } from '#lib/session-client/messages-data.ts';
import { usePolicy, useSession } from '#lib/session-client/session-data.ts';

/** `write`: both sides talk. `read`: nothing more can be sent, what was said stays readable. `none`: there is nothing to show. */
export type ChatAccess = 'write' | 'read' | 'none';

export function useChatAccess(): ChatAccess {
  const { chat } = usePolicy();
  const { state } = useSession();
  const { messages } = useMessages();
  if (chat.value && state === 'open') return 'write';
  return messages && messages.length > 0 ? 'read' : 'none';
}
