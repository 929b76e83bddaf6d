/** Serves a built flavour on a free port, with a backend behind `/api`: what a host does, in a few lines, for tests. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';

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

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Any path that is no file is a page of the app. */
const sendFile = (folder: string, pathname: string, response: ServerResponse): void => {
  const wanted = join(folder, normalize(pathname));
  const path = isFile(wanted) ? wanted : join(folder, 'index.html');
  response.setHeader('content-type', contentTypes[extname(path)] ?? 'application/octet-stream');
  createReadStream(path).pipe(response);
};

const toRequest = async (incoming: IncomingMessage, url: URL): Promise<Request> => {
  const headers = new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const body = Buffer.concat(await incoming.toArray());
  return new Request(url, { method: incoming.method ?? 'GET', headers, body: body.length > 0 ? body : null });
};

const sendAnswer = (answer: Response, response: ServerResponse): void => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) response.end();
  else
    Readable.from(answer.body)
      .on('error', () => response.destroy())
      .pipe(response);
};

export const serveFolder = async (folder: string, backend: Backend) => {
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
    if (!url.pathname.startsWith('/api/')) {
      sendFile(folder, url.pathname, response);
      return;
    }
    toRequest(incoming, url)
      .then(backend)
      .then(
        (answer) => sendAnswer(answer, response),
        () => response.destroy(),
      );
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
