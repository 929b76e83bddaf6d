/**
 * The language that the customer chose on this device, or that the link asked for: the latter for the visit, because the room's own
 * addresses do not repeat it. Where storage is blocked both last as long as the page.
 */
import type { Language } from '#contract/language.ts';

const storageKey = 'session-room.language';

/** Note: where storage is blocked even naming `localStorage` throws. */
export const readChoice = (): string | null => {
  try {
    return sessionStorage.getItem(storageKey) ?? localStorage.getItem(storageKey);
  } catch {
    return null;
  }
};

export const keepLinked = (language: Language): void => {
  try {
    sessionStorage.setItem(storageKey, language);
  } catch {
    // Note: as below.
  }
};

const dropFromAddress = (): void => {
  const url = new URL(location.href);
  if (!url.searchParams.has('lang')) return;
  url.searchParams.delete('lang');
  history.replaceState(history.state, '', url);
};

export const keepChoice = (language: Language): void => {
  dropFromAddress();
  try {
    sessionStorage.removeItem(storageKey);
    localStorage.setItem(storageKey, language);
  } catch {
    // Note: nothing is lost but the memory of it; the language itself was already changed.
  }
};
