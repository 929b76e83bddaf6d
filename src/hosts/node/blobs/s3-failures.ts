/** What a store that speaks S3 may answer, told apart by what helps: trying again, an operator, or nothing because it is an answer. */
import { S3ServiceException } from '@aws-sdk/client-s3';

/** By the code of the protocol. */
export const hasName = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** Note: `BadDigest` is a body that was damaged on its way, `RequestTimeTooSkewed` teaches the client what time it is there. */
const passingNames = ['BadDigest', 'ConditionalRequestConflict', 'RequestTimeTooSkewed', 'RequestTimeout', 'SlowDown'];

/** Whether the same request may succeed in a moment. What is no answer of the store at all, a connection that broke, may. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return true;
  const status = error.$metadata.httpStatusCode ?? 500;
  return status >= 500 || status === 429 || passingNames.includes(error.name);
}
