/** The few words that the page itself can say, in every language, and how. Plain placeholders only; the room's own formatter is too heavy here. */
import { readChoice } from '#lib/i18n/language-choice.ts';
import type { Language } from '#contract/language.ts';
import { languages } from '#lib/i18n/languages.ts';
import { negotiateLanguage, resolveLocale } from '#lib/i18n/negotiate-language.ts';

export const earlyTextIds = [
  'early.does-not-open',
  'entry.loading',
  'entry.no-company',
  'journey.place',
  'journey.room-title',
  'notices.cookies.text',
  'notices.cookies.acknowledge',
] as const;
type EarlyTextId = (typeof earlyTextIds)[number];

export type EarlyTexts = Readonly<Record<Language, Readonly<Record<EarlyTextId, string>>>>;

declare global {
  /** Replaced at build time, from the catalogs. */
  const EARLY_TEXTS: EarlyTexts;
}

type Values = Readonly<Record<string, string | number>>;

/** The customer's language as the room will speak it. */
export function createEarlySpeech() {
  const preferred = navigator.languages;
  const language = negotiateLanguage({ search: location.search, stored: readChoice(), preferred });
  const { direction } = languages[language];
  const number = new Intl.NumberFormat(resolveLocale(language, preferred));
  const write = (value: string | number | undefined) => {
    if (typeof value === 'number') return number.format(value);
    return direction === 'rtl' ? `\u2068${value}\u2069` : `${value}`;
  };
  return {
    language,
    direction,
    text: (id: EarlyTextId, values: Values = {}): string =>
      EARLY_TEXTS[language][id].replace(/\{(\w+)[^}]*\}/g, (_, name: string) => write(values[name])),
  };
}
