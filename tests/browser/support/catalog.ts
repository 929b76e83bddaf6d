/** What the page says in a language, to find things by it. English stands in for what is not translated, as on the page. */
import { readdirSync, readFileSync } from 'node:fs';

import type { Language } from '#contract/language.ts';
import { languages } from '#lib/i18n/languages.ts';
import { parseTexts, type Texts } from '#lib/i18n/compile-catalog.ts';

const catalogs = 'src/lib/i18n/catalogs';

const readCatalog = (language: Language): Texts =>
  Object.fromEntries(
    readdirSync(`${catalogs}/${language}`).flatMap((file) =>
      Object.entries(parseTexts(readFileSync(`${catalogs}/${language}/${file}`, 'utf8'))),
    ),
  );

export type Say = (id: string, values?: Readonly<Record<string, string>>) => string;

/** For texts with plain placeholders only. */
export function createSay(language: Language): Say {
  const texts = { ...readCatalog('en'), ...readCatalog(language) };
  return (id, values = {}) => {
    const text = texts[id];
    if (text === undefined) throw new Error(`Failed to find the text "${id}".`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return languages[language].direction === 'rtl' ? `\u2068${value}\u2069` : value;
    });
  };
}
