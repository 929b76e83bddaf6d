/**
 * Whether this browser acknowledged the cookie disclaimer: by cookie, else in the device's storage. The page itself asks here before
 * the room is there, so it stays small; the room asks `acknowledge-notice.ts`, which also knows what could only be remembered.
 */
import type { Policy } from '#contract/policy.ts';
import { readKept } from '#lib/storage/read-kept.ts';

export const noticeKey = 'session-room-notice';

/** A revision of a text: another business's first text is not the one that was acknowledged here. Safe in a cookie as it is. */
export function toNoticeName({ revision, text }: Pick<Policy['cookieDisclaimer'], 'revision' | 'text'>): string {
  let hash = 5381;
  for (const character of text ?? '') hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${revision}-${hash.toString(36)}`;
}

export const isAcknowledgedOnDevice = (notice: string): boolean =>
  hasCookie(notice) || readKept('local', noticeKey) === notice;

/** Note: reading cookies throws in a sandboxed frame. */
export function hasCookie(notice: string): boolean {
  try {
    return document.cookie.split('; ').includes(`${noticeKey}=${notice}`);
  } catch {
    return false;
  }
}
