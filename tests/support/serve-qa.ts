/**
 * Serves the QA flavour as it is built, on the port `QA_PORT`: nothing is compressed on the way to a browser on the same machine, and what
 * has its content in its name is asked for once.
 */
import { createServer } from 'node:http';

import { toUrl } from '#tests/support/answer-node-request.ts';
import { sendFile } from '#tests/support/static-server.ts';

createServer((request, response) => {
  const { pathname } = toUrl(request);
  if (pathname.startsWith('/assets/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  sendFile('dist/qa', pathname, response, /^\/console(\/|$)/.test(pathname) ? 'console.html' : 'index.html');
}).listen(Number(process.env['QA_PORT']), 'localhost');
