import { NetworkError } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { isOvertaken } from '#lib/session-client/use-submission.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Beside the button that was pressed: what happened, what is safe, what to do. Nothing while nothing failed. */
export const NotSentNotice = ({ failure, onRetry }: { failure: unknown; onRetry: () => void }) => {
  const text = useText();
  const failureText = useFailureText();
  if (failure === null) return null;
  const reason = failureText(failure);
  return (
    <Notice
      tone={isOvertaken(failure) ? 'info' : 'danger'}
      label={text('documents.not-sent')}
      title={text('documents.not-sent')}
      live
      actions={
        <Button onClick={onRetry}>
          <Text id="documents.send-retry" />
        </Button>
      }
    >
      {failure instanceof NetworkError || isOvertaken(failure) ? reason : text('documents.not-sent-kept', { reason })}
    </Notice>
  );
};
