/** A page of another site that shows the address in a frame, by itself or by the script. Chromium blocks storage and workers in there. */
import { createServer } from 'node:http';

import type { Page } from '@playwright/test';
import * as z from 'zod/mini';

const plain = (address: string) => `<iframe title="Room" src="${address}"></iframe>`;

/** Everything that window hears is in `heard`, what the script says in `told`. */
const byScript = (address: string) => `
  <script src="${new URL('/embed.js', address).href}"></script>
  <script>
    const heard = [];
    const told = [];
    addEventListener('message', ({ data }) => heard.push(data));
    const say = (name) => (event) => told.push([name, event?.code ?? event?.interaction.kind ?? ''].join(' ').trim());
    SessionRoom.mount(document.body, {
      url: '${address}',
      title: 'Room',
      onReady: say('ready'),
      onInteractionCompleted: say('completed'),
      onAllCompleted: say('all completed'),
      onBlocked: say('blocked'),
      onError: say('error'),
    });
  </script>`;

export async function serveHostPage(address: string, frame = plain): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html>
      <html lang="en">
        <title>Host</title>
        <style>body { margin: 0 } iframe { width: 100%; height: 100vh; border: 0 }</style>
        <body>${frame(address)}</body>
      </html>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

export const serveScriptedPage = (address: string) => serveHostPage(address, byScript);

/** What the script told the page, and the messages themselves. */
export const readTold = (page: Page): Promise<string[]> => page.evaluate('told');
export const readHeard = (page: Page): Promise<{ type: string }[]> => page.evaluate('heard');
