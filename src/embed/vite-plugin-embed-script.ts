/**
 * Vite plugin: the script for host pages, beside the room at `/embed.js`. The name never changes, because other sites have it in their pages; a classic
 * script, because that works in whatever they are made with.
 */
import { fileURLToPath } from 'node:url';

import { build } from 'rolldown';
import type { Plugin } from 'vite';

const fileName = 'embed.js';
const input = fileURLToPath(new URL('main.ts', import.meta.url));

export async function buildEmbedScript(): Promise<string> {
  const { output } = await build({
    input,
    write: false,
    transform: { target: ['chrome100', 'safari15', 'firefox100'] },
    output: { format: 'iife', name: 'SessionRoom', minify: true },
  });
  return output[0].code.trim();
}

export const embedScript = (): Plugin => ({
  name: 'embed-script',
  configureServer(server) {
    server.middlewares.use(`/${fileName}`, (_, response, next) => {
      buildEmbedScript().then((script) => response.setHeader('content-type', 'text/javascript').end(script), next);
    });
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName, source: await buildEmbedScript() });
  },
});
