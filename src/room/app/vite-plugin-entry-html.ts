/**
 * Vite plugin: the page of the built production flavour. The entry request starts in an inline script before the bundle is
 * asked for (`early-entry.ts`), and the styles of the first screen travel inside the page: page and entry are the only two
 * requests before the first content.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { getEntry } from '#contract/endpoints/entry.ts';
import { parseTexts, type Texts } from '#lib/i18n/compile-catalog.ts';
import { isLanguage, languages } from '#lib/i18n/languages.ts';
import { earlyTextIds } from '#room/app/early-texts.ts';
import { deadCode } from '#room/app/vite-plugin-dead-code.ts';
import { stylesByName } from '#ui/vite-plugin-scoped-names.ts';
import { build } from 'rolldown';
import type { IndexHtmlTransformContext, Plugin } from 'vite';

const source = fileURLToPath(new URL('early-entry.ts', import.meta.url));
const bundleTag = /<script type="module"[^>]*\ssrc="([^"]+)"[^>]*><\/script>/;
const stylesTag = /<link rel="stylesheet"[^>]*\shref="\/([^"]+)"[^>]*>/g;

const readCatalog = async (language: string): Promise<Texts> => {
  const areas = [...new Set(earlyTextIds.map((id) => id.split('.')[0]))];
  const folder = new URL(`../../lib/i18n/catalogs/${language}/`, import.meta.url);
  const files = areas.map(async (area) => parseTexts(await readFile(new URL(`${area}.json`, folder), 'utf8')));
  return Object.fromEntries((await Promise.all(files)).flatMap((texts) => Object.entries(texts)));
};

const readTexts = async () => {
  const spoken = Object.keys(languages).filter(isLanguage);
  const texts = spoken.map(async (language) => {
    const catalog = await readCatalog(language);
    return [language, Object.fromEntries(earlyTextIds.map((id) => [id, catalog[id]]))] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
};

const buildEarlyEntry = async (bundleUrl: string): Promise<string> => {
  const { output } = await build({
    input: source,
    write: false,
    plugins: [stylesByName(), deadCode()],
    transform: {
      target: 'es2020',
      define: {
        ENTRY_PATH: JSON.stringify(getEntry.path),
        BUNDLE_URL: JSON.stringify(bundleUrl),
        EARLY_TEXTS: JSON.stringify(await readTexts()),
      },
    },
    // Note: a classic script runs at once, where a module would wait; the function keeps its names out of the page.
    output: { format: 'iife', minify: true },
  });
  return output[0].code.trim();
};

const readStyles = (bundle: IndexHtmlTransformContext['bundle'], fileName: string): string => {
  const asset = bundle?.[fileName];
  if (asset?.type !== 'asset') throw new Error(`Failed to inline the styles of the page: no ${fileName} in the build.`);
  return typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source);
};

export const entryHtml = (): Plugin => ({
  name: 'entry-html',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    async handler(html, { bundle }) {
      const bundleUrl = bundleTag.exec(html)?.[1];
      if (bundleUrl === undefined) throw new Error('Failed to write the page: it has no script to start the room.');
      const earlyEntry = await buildEarlyEntry(bundleUrl);
      return html
        .replace(/<!--.*?-->/gs, '')
        .replace(/\s+/g, ' ')
        .replace(/> </g, '><')
        .replace(bundleTag, () => `<script>${earlyEntry.replaceAll('</script', String.raw`<\/script`)}</script>`)
        .replace(stylesTag, (_, fileName: string) => `<style>${readStyles(bundle, fileName).trim()}</style>`);
    },
  },
});
