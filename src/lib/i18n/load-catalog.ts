import type { Language } from '#contract/language.ts';
import type { Catalog } from '#lib/i18n/message.ts';

const loaders = {
  en: () => Promise.resolve<Catalog>({}),
  ar: async () => (await import('#lib/i18n/catalogs/ar.ts')).catalog,
  pl: async () => (await import('#lib/i18n/catalogs/pl.ts')).catalog,
} satisfies Record<Language, () => Promise<Catalog>>;

/** A language's texts, in one chunk. English is already there (`english.ts`) and stands in for whatever is missing. */
export const loadCatalog = (language: Language): Promise<Catalog> => loaders[language]();
