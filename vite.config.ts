import { compiledFeatures } from '#room/app/vite-plugin-compiled-features.ts';
import { deadCode } from '#room/app/vite-plugin-dead-code.ts';
import { declarativeRouter } from '#room/app/vite-plugin-declarative-router.ts';
import { entryHtml } from '#room/app/vite-plugin-entry-html.ts';
import { embedScript } from '#embed/vite-plugin-embed-script.ts';
import { qaFlavour } from '#hosts/browser/vite-plugin-qa.ts';
import { catalogs } from '#lib/i18n/vite-plugin-catalogs.ts';
import { moduleList } from '#tests/support/vite-plugin-module-list.ts';
import { plainIcons } from '#ui/vite-plugin-plain-icons.ts';
import { scopedName } from '#ui/vite-plugin-scoped-names.ts';
import { defineConfig } from 'vite';

/** Names the files of the first load; nothing else may begin like it. */
const entryName = 'session-room';

/** Note: every file that a page loads goes through MSW's worker or past it, and each is compiled anew in every new browser: a hundred small ones take a third longer. */
const inQa = [
  { name: 'shared', test: /\/src\/(ui|lib|contract|domain|room)\//, minShareCount: 2 },
  { name: 'console-shared', test: /\/src\/console\//, minShareCount: 2 },
];

/**
 * Three builds: the room, the console (`--mode console`), and both of them on the mock backend inside the page (`--mode qa`). Customers get
 * nothing of the console, because they get another build.
 */
export default defineConfig(({ mode }) => {
  const isQa = mode === 'qa';
  const isConsole = mode === 'console';
  const html = isQa ? qaFlavour() : isConsole ? null : [entryHtml(), deadCode()];
  const pages = { [entryName]: 'index.html', console: 'console.html' };
  const port = Number(process.env['PORT'] ?? 4173);
  return {
    plugins: [
      compiledFeatures(),
      declarativeRouter(),
      catalogs(),
      plainIcons(),
      html,
      isConsole ? null : embedScript(),
      moduleList(),
    ],
    base: isConsole ? '/console/' : '/',
    css: { modules: { generateScopedName: scopedName } },
    server: { port },
    preview: { port },
    build: {
      outDir: isQa ? 'dist/qa' : isConsole ? 'dist/console' : 'dist/room',
      emptyOutDir: true,
      // Customers' phones: a few years old, still updated. Older browsers are told by the page itself (`room/app/early-entry.ts`).
      target: ['chrome110', 'safari16', 'firefox115'],
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // Note: what a page loads first is there already when it asks for more, its inlined styles included.
        resolveDependencies: (_, dependencies) =>
          dependencies.filter((file) => !file.startsWith(`assets/${entryName}-`)),
      },
      // pdf.js is one big lazy file; the size that counts is checked by `npm run size`.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: isQa ? pages : isConsole ? pages.console : { [entryName]: pages[entryName] },
        output: {
          codeSplitting: {
            // Note: left alone, what the first load shares with a feature becomes a file of its own: one more request, and
            // 2 kB more, for every customer. In the QA flavour the room itself is loaded later, so nothing is gained there.
            groups: isQa ? inQa : isConsole ? [] : [{ name: entryName, tags: ['$initial'] }],
          },
        },
      },
    },
  };
});
