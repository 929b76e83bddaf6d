import type { Language } from '#contract/language.ts';
import { isLanguage } from '#lib/i18n/languages.ts';

type Wishes = {
  /** The page's query string; `?lang=pl` is the business's or QA's wish. */
  search: string;
  /** What the customer chose before on this device. */
  stored: string | null;
  /** `navigator.languages`, most wanted first. */
  preferred: readonly string[];
};

const primarySubtag = (tag: string): string => tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';

const isWellFormed = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Which of our languages to speak: the link, then an earlier choice, then the device; English when nothing fits. */
export const negotiateLanguage = ({ search, stored, preferred }: Wishes): Language =>
  [new URLSearchParams(search).get('lang'), stored, ...preferred]
    .map((tag) => primarySubtag(tag ?? ''))
    .find(isLanguage) ?? 'en';

/** The customer's own flavour of the language ("en-GB"), for dates and numbers. */
export const resolveLocale = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => primarySubtag(tag) === language && isWellFormed(tag)) ?? language;
