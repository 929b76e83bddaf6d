import { ApiError, ContractError, failureCode } from '#lib/api/failures.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { BlockedPage } from '#room/entry/blocked-page.tsx';
import { useAutoRetry } from '#room/entry/use-auto-retry.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  error: Error;
  /** How often it failed so far. */
  attempt: number;
  isRetrying: boolean;
  retry: () => void;
};

type FailedEntryCode = 'offline' | 'service-unavailable' | 'too-many-requests' | 'contract';

/** No answer without a network is the customer's side; no answer with one, or a 5xx, is ours; too many requests may be anybody's. */
const resolveCode = (error: Error): FailedEntryCode => {
  if (error instanceof ContractError) return 'contract';
  if (failureCode(error) === 'too-many-requests') return 'too-many-requests';
  return !(error instanceof ApiError) && !navigator.onLine ? 'offline' : 'service-unavailable';
};

/** The entry could not be read. Goes on by itself as soon as it can; "Try again" is for those who do not want to wait. */
export const FailedEntryPage = ({ error, attempt, isRetrying, retry }: Props) => {
  const text = useText();
  const code = resolveCode(error);
  const problem = error instanceof ApiError ? error.problem : null;
  const wait = problem?.retryAfter ?? 0;
  useAutoRetry(retry, attempt, wait);

  return (
    <BlockedPage
      code={code}
      requestId={problem?.requestId ?? null}
      title={text(`entry.${code}.title`)}
      lead={text(`entry.${code}.text`, { minutes: Math.max(1, Math.ceil(wait / 60)) })}
      branding={null}
      actions={
        // Note: asking before the time is over would only be counted.
        code === 'too-many-requests' ? undefined : (
          <Button variant="primary" busy={isRetrying} onClick={code === 'contract' ? reload : retry}>
            <Text id={code === 'contract' ? 'entry.reload' : 'entry.try-again'} />
          </Button>
        )
      }
    />
  );
};

const reload = () => {
  location.reload();
};
