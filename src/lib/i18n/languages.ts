import type { Catalog } from '#lib/i18n/message.ts';

/** Each language by its own name, in the order the menu shows them. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
  pl: { name: 'Polski', direction: 'ltr' },
} as const;

export type Language = keyof typeof languages;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

const loaders = {
  en: () => Promise.resolve<Catalog>({}),
  ar: async () => (await import('#lib/i18n/catalogs/ar.ts')).catalog,
  pl: async () => (await import('#lib/i18n/catalogs/pl.ts')).catalog,
} satisfies Record<Language, () => Promise<Catalog>>;

/** A language's texts, in one chunk. English is already there (`english.ts`) and stands in for whatever is missing. */
export const loadCatalog = (language: Language): Promise<Catalog> => loaders[language]();
