/** Vite plugin: writes down which modules each chunk of a build is made of, for `tests/build`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';

import type { Plugin } from 'vite';

export const moduleList = (): Plugin => ({
  name: 'module-list',
  apply: 'build',
  async writeBundle({ dir = 'dist' }, bundle) {
    const chunks = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? {
            file: file.fileName,
            isEntry: file.isEntry,
            imports: file.imports,
            dynamicImports: file.dynamicImports,
            modules: file.moduleIds.map((id) => relative(process.cwd(), id)),
          }
        : [],
    );
    await mkdir('.cache/build', { recursive: true });
    await writeFile(`.cache/build/${basename(dir)}.json`, `${JSON.stringify(chunks, null, 2)}\n`);
  },
});
