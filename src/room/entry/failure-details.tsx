import { ApiError } from '#lib/api/failures.ts';
import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/entry/failure-details.module.css';

type Props = {
  /** Stable, never translated: what support asks for. */
  code: string;
  requestId?: string | null;
};

/** For support, out of the way of everybody else. */
export const FailureDetails = ({ code, requestId }: Props) => (
  <details className={styles['details']}>
    <summary>
      <Text id="entry.details" />
    </summary>
    <dl>
      <dt>
        <Text id="entry.details.code" />
      </dt>
      <dd>{code}</dd>
      {requestId ? (
        <>
          <dt>
            <Text id="entry.details.request" />
          </dt>
          <dd>{requestId}</dd>
        </>
      ) : null}
    </dl>
  </details>
);

/** What there is to tell support about a failure; one that is no answer of the backend is named by its class. */
export const toFailureDetails = (error: unknown): Props => {
  if (error instanceof ApiError) return { code: error.problem.code, requestId: error.problem.requestId };
  return { code: error instanceof Error ? error.name : 'unknown' };
};
