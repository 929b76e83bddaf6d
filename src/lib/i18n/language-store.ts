import type { Language } from '#contract/language.ts';
import { languages } from '#lib/i18n/languages.ts';
import type { loadCatalog } from '#lib/i18n/load-catalog.ts';
import type { Speech } from '#lib/i18n/format-message.ts';
import { negotiateLanguage, resolveLocale } from '#lib/i18n/negotiate-language.ts';
import { browserEnvironment } from '#lib/i18n/browser-environment.ts';

export type I18nEnvironment = {
  /** The page's query string. */
  search: string;
  /** `navigator.languages`. */
  preferred: readonly string[];
  /** IANA name; undefined = the device's. */
  timeZone: string | undefined;
  readChoice: () => string | null;
  /** Keeps what the customer chose and drops a `?lang=` that would overrule it on reload. */
  keepChoice: (language: Language) => void;
  /** Keeps what the link asked for until the visit is over. */
  keepLinked: (language: Language) => void;
  loadCatalog: typeof loadCatalog;
};

export type LanguageState = {
  language: Language;
  /** False until the first language can be shown. */
  ready: boolean;
  speech: Speech;
};

const english = 'en' satisfies Language;

/** Milliseconds after which English is better than nothing; the language still takes over when it arrives. */
const patience = 3_000;

/** What is spoken on this page, since when, and how to change it. */
export const createLanguageStore = (overrides: Partial<I18nEnvironment> = {}) => {
  const environment: I18nEnvironment = { ...browserEnvironment(), ...overrides };
  const { preferred, timeZone } = environment;
  const speechIn = (language: Language, catalog: Speech['catalog']): Speech => ({
    catalog,
    locale: resolveLocale(language, preferred),
    direction: languages[language].direction,
    timeZone,
  });

  const listeners = new Set<() => void>();
  const wanted = negotiateLanguage({
    search: environment.search,
    stored: environment.readChoice(),
    preferred,
  });
  if (new URLSearchParams(environment.search).has('lang')) environment.keepLinked(wanted);
  let state: LanguageState = {
    language: english,
    ready: wanted === english,
    speech: speechIn(english, {}),
  };
  const publish = (next: LanguageState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  /** The latest wish wins, whichever chunk arrives last. */
  let latest: Language = wanted;
  const speak = async (language: Language): Promise<boolean> => {
    latest = language;
    try {
      const catalog = await environment.loadCatalog(language);
      if (latest === language) {
        publish({ language, ready: true, speech: speechIn(language, catalog) });
      }
      return true;
    } catch {
      if (!state.ready) publish({ ...state, ready: true });
      return false;
    }
  };
  if (wanted !== english) {
    void speak(wanted);
    setTimeout(() => {
      if (!state.ready) publish({ ...state, ready: true });
    }, patience);
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Resolves to whether the language could be loaded; until then, and otherwise, the present one stays. */
    choose: async (language: Language): Promise<boolean> => {
      const spoken = await speak(language);
      if (spoken) environment.keepChoice(language);
      return spoken;
    },
  };
};

export type LanguageStore = ReturnType<typeof createLanguageStore>;
