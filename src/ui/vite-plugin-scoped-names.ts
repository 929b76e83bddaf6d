/**
 * How the classes of CSS modules are called in a build: by their file, so that the shell in `index.html` and the script that
 * fills it can wear the same styles as the components that come (`src/ui/page.module.css`, `.header` → `ui-page-header`).
 */
import { basename, dirname } from 'node:path';

const ending = '.module.css';

/** For Vite's `css.modules.generateScopedName`. */
export const scopedName = (name: string, file: string): string => {
  const path = file.replace(/\?.*$/, '');
  return `${basename(dirname(path))}-${basename(path, ending)}-${name}`;
};

const stylesImport = /^import (\w+) from '#(\S+\.module\.css)';$/gm;

/** Bundler plugin: the classes of CSS modules as plain words, for code whose styles are on the page already. */
export const stylesByName = () => ({
  name: 'styles-by-name',
  transform: {
    filter: { code: '.module.css' },
    handler: (code: string) =>
      [...code.matchAll(stylesImport)].reduce(
        (rest, [line, local, file = '']) =>
          rest
            .replace(line, '')
            .replaceAll(
              new RegExp(`\\b${local}\\['([\\w-]+)'\\]`, 'g'),
              (_, name: string) => `'${scopedName(name, file)}'`,
            ),
        code,
      ),
  },
});
