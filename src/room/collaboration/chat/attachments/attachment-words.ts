import { limits } from '#contract/limits.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import type { AttachmentTask } from '#room/collaboration/chat/attachments/attachment-task.ts';

/** How it stands with a file of the message being written; of what went wrong also why, and what to do. */
export function useAttachmentWords(): (task: AttachmentTask) => string {
  const text = useText();
  const format = useFormat();
  const failureText = useFailureText();
  return ({ state, size, sent }) => {
    const amounts = { received: format.fileSize(sent), total: format.fileSize(size) };
    switch (state.kind) {
      case 'checking':
        return text('chat.attach-checking');
      case 'sending':
        return text('chat.attach-sending', amounts);
      case 'paused':
        return text('chat.attach-paused');
      case 'failed':
        return text('chat.attach-failed', { reason: failureText(state.failure) });
      case 'refused':
        return {
          type: text('chat.attach-type'),
          'too-large': text('chat.attach-too-large', { ...amounts, max: format.fileSize(limits.attachmentBytes) }),
          'too-many': text('chat.attach-too-many', { count: limits.attachmentsPerMessage }),
          unreadable: text('chat.attach-unreadable'),
        }[state.refusal.kind];
      case 'lost':
        return text('chat.attach-lost');
      case 'done':
        return amounts.total;
    }
  };
}
