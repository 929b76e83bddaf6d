import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { isLanguage, languages } from '#lib/i18n/languages.ts';

const locales = Object.keys(languages)
  .filter(isLanguage)
  .map((locale) => ({ locale, name: languages[locale].name }));

/** For the language menu: what is spoken, what could be (by its own name), and how to change it. */
export const useLocale = () => {
  const { state, choose } = useI18n();
  return { locale: state.language, direction: state.speech.direction, locales, choose };
};
