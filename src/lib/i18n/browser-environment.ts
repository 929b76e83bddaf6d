import { type Language, loadCatalog } from '#lib/i18n/languages.ts';

const storageKey = 'session-room.language';

/** Note: where storage is blocked even reading `localStorage` throws; a choice then lasts as long as the page. */
const readChoice = (): string | null => {
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

const keepChoice = (language: Language): void => {
  dropFromAddress();
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Note: nothing is lost but the memory of it; the language itself was already changed.
  }
};

export const browserEnvironment = () => ({
  search: location.search,
  preferred: navigator.languages,
  timeZone: undefined,
  readChoice,
  keepChoice,
  loadCatalog,
});
