/** The one way a handler says no. The edge (`http/to-problem-response.ts`) turns it into a problem; nobody else catches it. */
import type { ErrorCode } from '#contract/error-codes.ts';
import type { Problem } from '#contract/problem.ts';

type Details = Pick<Problem, 'fields' | 'retryAfter'>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
