/** Turns whatever a handler threw into the one problem shape. Unknown errors tell the caller a request id and nothing else. */
import { type ErrorCode, errorStatus } from '#contract/error-codes.ts';
import { type Problem, problemContentType } from '#contract/problem.ts';
import { AppError } from '#backend/app-error.ts';

const titles: Readonly<Record<ErrorCode, string>> = {
  'malformed-request': 'The request could not be read.',
  'invalid-input': 'Some of the input is not valid.',
  'body-too-large': 'The request is too large.',
  'unsupported-media-type': 'This content type is not understood here.',
  'not-found': 'There is nothing here.',
  'method-not-allowed': 'This method is not allowed here.',
  'link-unknown': 'This link does not work.',
  'link-expired': 'This link has expired.',
  'session-ended': 'This session has ended.',
  'consent-required': 'Consent is needed first.',
  'not-signed-in': 'Sign in first.',
  'sign-in-refused': 'This email and this password do not go together.',
  'password-link-unknown': 'This link does not work any more.',
  'email-taken': 'Somebody else has this email.',
  'last-administrator': 'There has to be an administrator.',
  'person-changed': 'Somebody else changed the person meanwhile.',
  'team-name-taken': 'Another team has this name.',
  'team-changed': 'Somebody else renamed the team meanwhile.',
  'message-under-way': 'The message is being sent at this moment.',
  'message-settled': 'Nothing can be done about the message any more.',
  'settings-changed': 'Somebody else changed it meanwhile.',
  'not-allowed': 'This is not allowed.',
  'channel-not-allowed': 'This way of sending messages may not be used.',
  'too-soon': 'This was done a moment ago.',
  'too-many-requests': 'There were too many requests in a short time.',
  'interaction-changed': 'It changed meanwhile.',
  'not-actionable': 'Nothing can be done about it now.',
  'draft-conflict': 'A newer draft was saved elsewhere.',
  'key-reused': 'The idempotency key was used for something else.',
  'active-session-exists': 'There is an open session already.',
  'upload-conflict': 'The upload is at another place.',
  'upload-gone': 'The upload is gone.',
  'file-lost': 'The file was kept, and is no longer there.',
  'tus-version-unsupported': 'This version of the upload protocol is not supported.',
  'file-type-not-accepted': 'This type of file is not accepted.',
  'file-too-large': 'The file is too large.',
  'too-many-files': 'There are enough files already.',
  'session-full': 'The session holds as much as it may.',
  'ticket-unknown': 'This download link does not work any more.',
  'document-unreadable': 'The document could not be read. Save it as PDF anew and send that.',
  'document-protected': 'The document is locked or certified against changes. Send a copy that is not.',
  'document-too-long': 'The document has too many pages. Send it in parts.',
  'payment-unavailable': 'The payment provider does not answer.',
  internal: 'Something went wrong.',
  'service-unavailable': 'The service is not available.',
};

export function toProblemResponse(error: unknown, requestId: string): Response {
  const { code, details, headers } = error instanceof AppError ? error : new AppError('internal');
  const status = errorStatus[code];
  const problem: Problem = {
    type: `urn:session-room:problem:${code}`,
    title: titles[code],
    status,
    code,
    requestId,
    ...details,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...headers,
      'content-type': problemContentType,
      'cache-control': 'no-store',
      ...(details.retryAfter !== undefined && { 'retry-after': String(details.retryAfter) }),
    },
  });
}
