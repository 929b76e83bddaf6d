/** Serves a built flavour on a free port, with a backend behind `/api` and the sandbox provider's page: what a host does, in a few lines, for tests. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { answerNodeRequest, toUrl } from '#tests/support/answer-node-request.ts';

type Backend = (request: Request) => Promise<Response>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export const contentTypeOf = (path: string): string => contentTypes[extname(path)] ?? 'application/octet-stream';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Any path that is no file is a page of the app. */
export const sendFile = (folder: string, pathname: string, response: ServerResponse, page = 'index.html'): void => {
  const wanted = join(folder, normalize(pathname));
  const path = isFile(wanted) ? wanted : join(folder, page);
  response.setHeader('content-type', contentTypeOf(path));
  createReadStream(path).pipe(response);
};

export const serveFolder = async (folder: string, backend: Backend) => {
  const answer = answerNodeRequest(backend);
  const server = createServer((incoming, response) => {
    const { pathname } = toUrl(incoming);
    if (/^\/(api|sandbox-provider)\//.test(pathname)) answer(incoming, response);
    else sendFile(folder, pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Failed to serve the build: no port.');
  return {
    origin: `http://localhost:${address.port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
