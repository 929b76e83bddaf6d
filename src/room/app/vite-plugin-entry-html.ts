/**
 * Vite plugin: the page of the built production flavour. The entry request starts in an inline script before the bundle is
 * asked for (`early-entry.ts`), and the styles of the first screen travel inside the page: page, entry and bundle are the
 * only three requests before the first content.
 */
import { readFile } from 'node:fs/promises';

import { getEntry } from '#contract/endpoints/entry.ts';
import { minify, transform } from 'rolldown/utils';
import type { IndexHtmlTransformContext, Plugin } from 'vite';

const source = new URL('early-entry.ts', import.meta.url);
const bundleTag = /<script type="module"[^>]*\ssrc="([^"]+)"[^>]*><\/script>/;
const stylesTag = /<link rel="stylesheet"[^>]*\shref="\/([^"]+)"[^>]*>/g;

const buildEarlyEntry = async (bundleUrl: string): Promise<string> => {
  const { code } = await transform('early-entry.ts', await readFile(source, 'utf8'), {
    target: 'es2020',
    define: { ENTRY_PATH: JSON.stringify(getEntry.path), BUNDLE_URL: JSON.stringify(bundleUrl) },
  });
  const { code: small } = await minify('early-entry.js', code, { module: true });
  // Note: a classic script runs at once, where a module would wait; the block keeps its names out of the page.
  return `{${small.replace(/export\s*\{\s*\};?\s*$/, '')}}`;
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
        .replace(/>\s+</g, '><')
        .replace(bundleTag, () => `<script>${earlyEntry}</script>`)
        .replace(stylesTag, (_, fileName: string) => `<style>${readStyles(bundle, fileName).trim()}</style>`);
    },
  },
});
