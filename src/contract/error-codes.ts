/** The one table from error code to HTTP status. The backend is total over it; the room's words are over the customers' part. */
import { roomErrorStatus } from '#contract/room-error-codes.ts';

/** What only people of the business are ever told. Note: not where the room reads, so that the customer's first load brings neither codes nor words of it. */
const officeErrorStatus = {
  /** No such email, or not its password, or disabled: all alike. */
  'sign-in-refused': 401,
  /** Never given, used, replaced or over: all alike. */
  'password-link-unknown': 404,
  'email-taken': 409,
  /** Nobody would be left to let others in. */
  'last-administrator': 409,
  /** Somebody else changed the person since. */
  'person-changed': 409,
  /** Another team is called that, in whatever case. */
  'team-name-taken': 409,
  /** Somebody else renamed the team since. */
  'team-changed': 409,
  /** The message is being sent at this moment. */
  'message-under-way': 409,
  /** The message was delivered, or is not waiting any more, so that it cannot be retried or cancelled. */
  'message-settled': 409,
  /** Somebody else changed it since; `fields` names each setting. */
  'settings-changed': 409,
} as const;

export const errorStatus = { ...roomErrorStatus, ...officeErrorStatus } as const;

export type ErrorCode = keyof typeof errorStatus;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);
