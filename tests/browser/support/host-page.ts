/** A page of another site that shows the address in a frame. Chromium blocks storage and workers in there. */
import { createServer } from 'node:http';

import * as z from 'zod/mini';

export async function serveHostPage(address: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html>
      <html lang="en">
        <title>Host</title>
        <style>body { margin: 0 } iframe { width: 100%; height: 100vh; border: 0 }</style>
        <iframe title="Room" src="${address}"></iframe>
      </html>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
