/** The part of the table of errors (`error-codes.ts`) that customers meet: the room has words for these, and knows of no others. */
export const roomErrorStatus = {
  'malformed-request': 400,
  'invalid-input': 422,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'not-found': 404,
  'method-not-allowed': 405,
  'link-unknown': 404,
  'link-expired': 410,
  'session-ended': 410,
  'consent-required': 403,
  'not-signed-in': 401,
  'not-allowed': 403,
  'channel-not-allowed': 403,
  'too-soon': 429,
  /** By this link or from this address, of whatever kind; `retryAfter` says when it goes on. */
  'too-many-requests': 429,
  /** The interaction changed since the customer loaded it; load again. */
  'interaction-changed': 409,
  /** This participant cannot act on it now: completed, withdrawn, under review, waiting, expired. */
  'not-actionable': 409,
  /** Another tab or device saved a newer draft. */
  'draft-conflict': 409,
  /** The idempotency key was used before for something else. */
  'key-reused': 409,
  'active-session-exists': 409,
  /** An upload's offset or length does not fit what was received so far (tus 1.0: 409). */
  'upload-conflict': 409,
  'upload-gone': 410,
  /** The session names the file, and its bytes are not where they were kept. */
  'file-lost': 410,
  'tus-version-unsupported': 412,
  'file-type-not-accepted': 415,
  'file-too-large': 413,
  'too-many-files': 409,
  /** Everything sent or added in this session together is as much as it may be. */
  'session-full': 409,
  /** Never given, over, used up, or its link or session is: all alike. */
  'ticket-unknown': 404,
  'document-unreadable': 422,
  /** Locked with a password, or certified against any change. */
  'document-protected': 422,
  'document-too-long': 422,
  'payment-unavailable': 502,
  internal: 500,
  'service-unavailable': 503,
} as const;

/** Whether a customer may be told this, so that there are words for it in the room. */
export const isRoomErrorCode = (code: string): code is keyof typeof roomErrorStatus =>
  Object.hasOwn(roomErrorStatus, code);
