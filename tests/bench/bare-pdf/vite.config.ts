import { defineConfig } from 'vite';

/** The bare page, for the same browsers as the room. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../../dist/bench/bare-pdf',
    emptyOutDir: true,
    target: ['chrome100', 'safari15', 'firefox100'],
    chunkSizeWarningLimit: 1000,
  },
});
