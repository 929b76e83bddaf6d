/** The one way a handler says no. The edge (`http/to-problem-response.ts`) turns it into a problem; nobody else catches it. */
import type { ErrorCode } from '#contract/error-codes.ts';
import type { Problem } from '#contract/problem.ts';

type Details = Pick<Problem, 'fields' | 'retryAfter' | 'session'>;
type Headers = Readonly<Record<string, string>>;
/** `headers`: what a protocol wants said beside the problem (tus). */
type Options = ErrorOptions & { headers?: Headers };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;
  readonly headers: Headers;

  constructor(code: ErrorCode, details: Details = {}, { headers = {}, ...options }: Options = {}) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.headers = headers;
  }

  with(headers: Headers): AppError {
    return new AppError(this.code, this.details, { cause: this, headers: { ...this.headers, ...headers } });
  }
}

/** A no that was decided: nothing was written, and the same request gets the same answer. An outage may have happened half way. */
export const isRefusal = (error: unknown): boolean => error instanceof AppError && error.code !== 'service-unavailable';
