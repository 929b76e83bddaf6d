/**
 * Vite plugin: catalogs are compiled as they are loaded, so that the parser stays out of the bundle and a broken text
 * breaks the build. Belongs in every Vite and Vitest configuration; nothing else has to be configured.
 */
import { compileCatalog, parseTexts } from '#lib/i18n/compile-catalog.ts';

const catalogFiles = /\/src\/lib\/i18n\/catalogs\/\w+\/[\w-]+\.json$/;

export const catalogs = () => ({
  name: 'catalogs',
  enforce: 'pre' as const,
  transform: {
    filter: { id: catalogFiles },
    handler(code: string) {
      return { code: JSON.stringify(compileCatalog(parseTexts(code))), map: null };
    },
  },
});
