import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';

import {
  createLanguageStore,
  type I18nEnvironment,
  type LanguageState,
  type LanguageStore,
} from '#lib/i18n/language-store.ts';

export const I18nContext = createContext<{
  state: LanguageState;
  choose: LanguageStore['choose'];
} | null>(null);

type I18nProviderProps = {
  children: ReactNode;
  /** Wordless; shown while the first language other than English is on its way. */
  fallback?: ReactNode;
  environment?: Partial<I18nEnvironment>;
};

export const I18nProvider = ({ children, fallback, environment }: I18nProviderProps) => {
  const [store] = useState(() => createLanguageStore(environment));
  const state = useSyncExternalStore(store.subscribe, store.getState);

  useEffect(() => {
    document.documentElement.lang = state.language;
    document.documentElement.dir = state.speech.direction;
  }, [state]);

  return <I18nContext value={{ state, choose: store.choose }}>{state.ready ? children : fallback}</I18nContext>;
};

export const useI18n = () => {
  const context = use(I18nContext);
  if (context === null) throw new Error('Failed to find the language. Did you forget I18nProvider?');
  return context;
};
