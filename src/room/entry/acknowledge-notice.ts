/**
 * Remembers that this browser acknowledged the cookie disclaimer: by cookie, read back because a browser may refuse it without a
 * word; else in the device's storage; else in memory, so that nobody is asked twice in one visit (product.md 4.2).
 */
import Cookies from 'js-cookie';

import { deviceStorage } from '#lib/storage/safe-storage.ts';
import { hasCookie, noticeKey } from '#room/entry/acknowledged-notices.ts';

const days = 365;

export const hasAcknowledged = (notice: string): boolean =>
  hasCookie(notice) || deviceStorage.read(noticeKey) === notice;

export function acknowledge(notice: string): void {
  writeCookie(notice);
  if (!hasCookie(notice)) deviceStorage.write(noticeKey, notice);
}

function writeCookie(notice: string): void {
  try {
    Cookies.set(noticeKey, notice, { expires: days, path: '/', ...cookieAttributes() });
  } catch {
    // Note: refused; the caller reads back and finds nothing.
  }
}

/** In a page of somebody else only a partitioned cookie is kept, and only over https. */
function cookieAttributes(): Cookies.CookieAttributes {
  if (isInForeignFrame()) return { sameSite: 'none', secure: true, partitioned: true };
  return { sameSite: 'lax', secure: location.protocol === 'https:' };
}

function isInForeignFrame(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
