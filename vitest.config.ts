import { compiledFeatures } from '#room/app/vite-plugin-compiled-features.ts';
import { catalogs } from '#lib/i18n/vite-plugin-catalogs.ts';
import { defineConfig } from 'vitest/config';

/** Three kinds of tests: without a page, with one (happy-dom), and those about a finished build (`npm run build` first). */
export default defineConfig({
  plugins: [compiledFeatures(), catalogs()],
  test: {
    mockReset: true,
    restoreMocks: true,
    unstubGlobals: true,
    // Note: left alone, two cores would get one. What waits (for hosts, servers, pauses between attempts) leaves them to a third.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 30_000,
          include: ['tests/{contract,domain,backend,hosts,architecture,bench}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup/no-complaints.ts'],
          globalSetup: ['tests/support/setup/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          testTimeout: 60_000,
          include: ['tests/{lib,ui,room,console,embed}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup/no-complaints.ts', 'tests/support/setup/dom.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'] },
      },
    ],
  },
});
