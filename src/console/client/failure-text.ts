/** Words for failures in the console: those that customers read as well, and those that only people of the business meet. */
import { type ErrorCode, isErrorCode } from '#contract/error-codes.ts';
import type { roomErrorStatus } from '#contract/room-error-codes.ts';
import { toFailureTextId } from '#lib/api/failure-text.ts';
import { ApiError } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { useText } from '#lib/i18n/text.tsx';

type RoomErrorCode = keyof typeof roomErrorStatus;
type OfficeErrorCode = Exclude<ErrorCode, RoomErrorCode>;
type OwnWords = Readonly<Record<OfficeErrorCode, TextId>> & Partial<Readonly<Record<RoomErrorCode, TextId>>>;

/** Note: what a customer is told about some codes means something else to an agent; those are said anew here. */
const words: OwnWords = {
  'sign-in-refused': 'console.failure.sign-in-refused',
  'password-link-unknown': 'console.failure.password-link-unknown',
  'email-taken': 'console.failure.email-taken',
  'last-administrator': 'console.failure.last-administrator',
  'person-changed': 'console.failure.person-changed',
  'team-name-taken': 'console.failure.team-name-taken',
  'team-changed': 'console.failure.team-changed',
  'message-under-way': 'console.failure.message-under-way',
  'message-settled': 'console.failure.message-settled',
  'settings-changed': 'console.failure.settings-changed',
  'not-allowed': 'console.failure.not-allowed',
  'not-found': 'console.failure.not-found',
  'session-ended': 'console.failure.session-ended',
  'session-full': 'console.failure.session-full',
  'channel-not-allowed': 'console.failure.channel-not-allowed',
  'active-session-exists': 'console.failure.active-session-exists',
};

function findWords(error: unknown): TextId {
  const code = error instanceof ApiError ? error.problem.code : null;
  const own = code !== null && isErrorCode(code) ? words[code] : undefined;
  return own ?? toFailureTextId(error);
}

/** What happened and what to do. */
export function useFailureWords(): (error: unknown) => string {
  const text = useText();
  return (error) => text(findWords(error));
}
