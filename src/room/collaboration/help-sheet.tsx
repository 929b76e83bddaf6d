import chatTexts from '#lib/i18n/catalogs/en/chat.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { useMessages } from '#lib/session-client/messages-data.ts';
import { ChatSheet } from '#room/collaboration/chat/chat-sheet.tsx';
import { useOutgoing, useResendKept, useResendWhenLive } from '#room/collaboration/chat/outgoing.ts';

addEnglish(chatTexts);

/** The chat over whatever the customer is doing: asking for help does not mean leaving. */
export const HelpSheet = ({ onClose }: { onClose: () => void }) => {
  const { messages = [] } = useMessages();
  useResendKept();
  useResendWhenLive(useOutgoing(messages));
  return <ChatSheet onClose={onClose} />;
};
