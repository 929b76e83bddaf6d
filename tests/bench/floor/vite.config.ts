import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The floor, built as plainly as can be. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../../../dist/bench/floor', emptyOutDir: true },
});
