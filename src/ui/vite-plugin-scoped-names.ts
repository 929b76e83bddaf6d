/**
 * How the classes of CSS modules are called in a build: by their file, so that the shell in `index.html` and the script that
 * fills it can wear the same styles as the components that come (`src/ui/page.module.css`, `.header` → `ui-page-header`).
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

const ending = '.module.css';

/** For Vite's `css.modules.generateScopedName`. */
export const scopedName = (name: string, file: string): string => {
  const path = file.replace(/\?.*$/, '');
  return `${basename(dirname(path))}-${basename(path, ending)}-${name}`;
};

/** Bundler plugin: a CSS module as its names alone, for code whose styles are on the page already. */
export const stylesByName = () => ({
  name: 'styles-by-name',
  load: {
    filter: { id: /\.module\.css$/ },
    async handler(id: string) {
      const names = [...(await readFile(id, 'utf8')).matchAll(/\.([a-z][\w-]*)/gi)].flatMap(([, name = '']) => name);
      const scoped = [...new Set(names)].map((name) => [name, scopedName(name, id)]);
      return { code: `export default ${JSON.stringify(Object.fromEntries(scoped))}`, moduleType: 'js' as const };
    },
  },
});
