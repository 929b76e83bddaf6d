/** The language that the customer chose on this device. Where storage is blocked a choice lasts as long as the page. */
import type { Language } from '#lib/i18n/languages.ts';

const storageKey = 'session-room.language';

/** Note: where storage is blocked even naming `localStorage` throws. */
export const readChoice = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
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
    localStorage.setItem(storageKey, language);
  } catch {
    // Note: nothing is lost but the memory of it; the language itself was already changed.
  }
};
