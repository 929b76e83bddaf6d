/**
 * What customers read in tasks that begin from a built-in template, in the language they are written to in. All languages at once: a
 * console that waited for one would show the agent another than the customer reads.
 */
import type { Language } from '#contract/language.ts';
import ar from '#lib/i18n/catalogs/ar/templates.json';
import en from '#lib/i18n/catalogs/en/templates.json';
import pl from '#lib/i18n/catalogs/pl/templates.json';

type Words = Readonly<Record<keyof typeof en, string>>;
export type WordsOf = (id: keyof Words) => string;

const words: Readonly<Record<Language, Words>> = { en, ar, pl };

export const wordsIn =
  (language: Language): WordsOf =>
  (id) =>
    words[language][id];
