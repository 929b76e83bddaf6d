/** The three ways a request fails. What to tell people is decided from the class and the code, in one table. */
import type { Problem } from '#contract/problem.ts';

/** The backend said no: a problem with a stable code. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

/** No answer arrived: no network, or it was cut. What was sent may or may not have been done. */
export class NetworkError extends Error {
  constructor(options?: ErrorOptions) {
    super('No answer', options);
    this.name = 'NetworkError';
  }
}

/** An answer arrived that is not what the contract says. */
export class ContractError extends Error {
  readonly endpoint: string;

  constructor(endpoint: string, options?: ErrorOptions) {
    super(`${endpoint} answered something that is not in the contract`, options);
    this.name = 'ContractError';
    this.endpoint = endpoint;
  }
}

/** 502–504 from anything in between counts as the service being away, whatever its body says. */
const retryableStatus = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether trying the same again may help: no answer, or a status that passes. Never for other 4xx, never for a broken contract. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof ApiError && retryableStatus.has(error.problem.status);
}

/**
 * What was sent may have been done all the same: no answer, an answer that cannot be read, or an error of whatever stands in between.
 * Asking what is true, or sending the same again under the same key, comes before anything is called failed.
 */
export const isUncertain = (error: unknown): boolean =>
  error instanceof NetworkError ||
  error instanceof ContractError ||
  (error instanceof ApiError && error.problem.status >= 500);

/** The problem's code; null for failures that have none. */
export const failureCode = (error: unknown): string | null => (error instanceof ApiError ? error.problem.code : null);
