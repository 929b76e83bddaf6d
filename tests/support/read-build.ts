/** Reads a finished build: its files, and (written by `vite-plugin-module-list.ts`) what each chunk is made of. */
import { globSync, readFileSync } from 'node:fs';

import * as z from 'zod/mini';

const chunkSchema = z.object({
  file: z.string(),
  isEntry: z.boolean(),
  imports: z.array(z.string()),
  dynamicImports: z.array(z.string()),
  modules: z.array(z.string()),
});

export const readBuild = (flavour: 'room' | 'qa') => {
  const chunks = z.array(chunkSchema).parse(JSON.parse(readFileSync(`.cache/build/${flavour}.json`, 'utf8')));
  const files = globSync(`dist/${flavour}/**/*.*`).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  return {
    chunks,
    files,
    modules: chunks.flatMap((chunk) => chunk.modules),
    page: readFileSync(`dist/${flavour}/index.html`, 'utf8'),
  };
};
