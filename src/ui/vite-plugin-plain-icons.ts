/**
 * Vite plugin: the icons of Lucide without the code that they come with, most of which is for ways to be drawn that `Icon` never asks
 * for (0.8 kB brotli on the way in). What they look like stays the library's.
 */
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const drawing = fileURLToPath(new URL('draw-icon.ts', import.meta.url));

export const plainIcons = (): Plugin => ({
  name: 'plain-icons',
  apply: 'build',
  transform: {
    filter: { id: /\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/ },
    handler: () => ({ code: `export { drawIcon as default } from ${JSON.stringify(drawing)};`, map: null }),
  },
});
