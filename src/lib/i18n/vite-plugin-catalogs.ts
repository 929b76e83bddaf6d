/**
 * Vite plugin: catalogs are compiled as they are loaded, and the parser that is then not needed stays out of the bundle.
 * Belongs in every Vite and Vitest configuration; nothing else has to be configured.
 */
import { compileCatalog, parseTexts } from '#lib/i18n/compile-catalog.ts';

const catalogFiles = /\/src\/lib\/i18n\/catalogs\/\w+\/[\w-]+\.json$/;
const parser = '@formatjs/icu-messageformat-parser';

type Resolver = {
  resolve: (source: string, importer?: string) => Promise<{ id: string } | null>;
};

export const catalogs = () => ({
  name: 'catalogs',
  enforce: 'pre' as const,
  resolveId: {
    filter: { id: /^@formatjs\/icu-messageformat-parser$/ },
    handler(this: Resolver, source: string, importer: string | undefined) {
      // Note: our own compiler needs the parser; only the formatter that ships to the browser goes without.
      return source === parser && importer?.includes('intl-messageformat')
        ? this.resolve(`${parser}/no-parser.js`, importer)
        : null;
    },
  },
  transform: {
    filter: { id: catalogFiles },
    handler(code: string) {
      return { code: JSON.stringify(compileCatalog(parseTexts(code))), map: null };
    },
  },
});
