import type { Language } from '#contract/language.ts';

/** Each language by its own name, in the order the menu shows them. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
  pl: { name: 'Polski', direction: 'ltr' },
} as const satisfies Record<Language, { name: string; direction: 'ltr' | 'rtl' }>;

export const isLanguage = (tag: string): tag is Language => Object.keys(languages).includes(tag);
