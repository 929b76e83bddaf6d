/** What the upload client reports, as one of the room's three failures. */
import { DetailedError } from 'tus-js-client';

import { problemSchema } from '#contract/problem.ts';
import { ApiError, ContractError, failureCode, isRetryable, NetworkError } from '#lib/api/failures.ts';

export function toUploadFailure(error: unknown): ApiError | NetworkError | ContractError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new NetworkError({ cause: error });
  const problem = problemSchema.safeParse(parseJson(response.getBody()));
  if (problem.success) return new ApiError(problem.data);
  const status = response.getStatus();
  if (status < 500) return new ContractError('uploads', { cause: error });
  return new ApiError({ type: 'about:blank', title: '', status, code: 'service-unavailable', requestId: '' });
}

/** A place that does not fit is asked for and tried again; too much at once has to wait longer than that; other refusals stay refusals. */
export const isWorthRetrying = (failure: unknown): boolean =>
  failureCode(failure) !== 'too-many-requests' && (isRetryable(failure) || failureCode(failure) === 'upload-conflict');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
