/**
 * Vite plugin: what makes the QA flavour. The page starts the mock backend before the room, MSW's worker is served beside
 * it (and is in no other build), and whoever starts a server is told the links of the scenarios.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { scenarioGroups } from '#backend/scenarios/scenario-list.ts';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';

const workerFile = 'mockServiceWorker.js';

/** Added to the worker: what is never answered by the backend does not go through it, where the browser can tell that beforehand. */
const pastTheWorker = `
addEventListener('install', (event) => {
  event.addRoutes?.([
    { condition: { urlPattern: new URLPattern({ pathname: '/assets/*' }) }, source: 'network' },
    { condition: { requestMode: 'navigate' }, source: 'network' },
  ]);
});
`;

const readWorker = async (): Promise<string> =>
  (await readFile(createRequire(import.meta.url).resolve(`msw/${workerFile}`), 'utf8')) + pastTheWorker;

/** Every scenario with its link, group by group, under the address the server prints of itself; the start page says more. */
const listScenarios = (origin: string): string => {
  const names = scenarioGroups.flatMap(({ scenarios }) => scenarios.map(({ name }) => name.length));
  const width = Math.max(...names);
  return scenarioGroups
    .flatMap(({ title, scenarios }) => [
      `\n  ${title}`,
      ...scenarios.map((scenario) => `  ➜  ${origin}?scenario=${scenario.name.padEnd(width)}  ${scenario.title}`),
    ])
    .join('\n');
};

const printLinks = (server: ViteDevServer | PreviewServer): void => {
  const printUrls = server.printUrls.bind(server);
  server.printUrls = () => {
    printUrls();
    const origin = server.resolvedUrls?.local[0];
    if (origin !== undefined)
      console.log(
        `${listScenarios(origin)}\n\n  All of them, and a reset: ${origin}\n  The console: ${origin}console\n`,
      );
  };
};

/** Every address of the console is its one page. */
const leadToConsole = ({ middlewares }: ViteDevServer | PreviewServer): void => {
  middlewares.use((request, _, next) => {
    if (/^\/console(\/|\?|$)/.test(request.url ?? '')) request.url = '/console.html';
    next();
  });
};

export const qaFlavour = (): Plugin => ({
  name: 'qa-flavour',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace('/src/room/app/main.tsx', '/src/hosts/browser/main.ts')
        .replace('/src/console/app/main.tsx', '/src/hosts/browser/console-main.ts'),
  },
  configureServer(server) {
    server.middlewares.use(`/${workerFile}`, (_, response, next) => {
      readWorker().then((worker) => response.setHeader('content-type', 'text/javascript').end(worker), next);
    });
    leadToConsole(server);
    printLinks(server);
  },
  configurePreviewServer(server) {
    leadToConsole(server);
    printLinks(server);
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: workerFile, source: await readWorker() });
  },
});
