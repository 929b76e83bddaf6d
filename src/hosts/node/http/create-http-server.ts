/**
 * Node's HTTP server before a function from request to response. It bounds what a connection may cost before anything of ours sees it:
 * the size of the headers, how long they and the body may take. Bodies have their bounds in the backend (`contract/limits.ts`).
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';

import { HostError } from '#hosts/node/host-error.ts';
import { sendResponse } from '#hosts/node/http/send-response.ts';
import { toRequest } from '#hosts/node/http/to-request.ts';

export type Handler = (request: Request) => Promise<Response>;

/** Milliseconds and bytes. A chunk of an upload has two minutes: 70 kbit/s. */
const bounds: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  /** How late the two above may be noticed. */
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 20_000,
};
/** How long a reader may take nothing of an answer. */
const patience = 60_000;
/** How long requests in flight may take when the host stops. */
const stopPatience = 10_000;

type HttpOptions = {
  host: string;
  port: number;
  readerPatience?: number;
  /** How many proxies stand in front and say where a request comes from. */
  trustedProxies?: number;
} & Pick<ServerOptions, 'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval'>;

export type HttpServer = Awaited<ReturnType<typeof createHttpServer>>;

/** Listens when it is given. @throws {HostError} where it may not. */
export async function createHttpServer(
  handle: Handler,
  { host, port, readerPatience = patience, trustedProxies = 0, ...overrides }: HttpOptions,
) {
  const stopping = new AbortController();
  const server = createServer({ ...bounds, ...overrides }, (incoming, outgoing) => {
    void answer(handle, incoming, outgoing, { stopping: stopping.signal, patience: readerPatience, trustedProxies });
  });
  server.listen(port, host);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new HostError(`Nothing can listen on ${host}, port ${port}. Is another program there? Try --port.`, {
      cause,
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    /** Feeds end, requests in flight are finished, nothing new is taken. */
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      stopping.abort();
      // Note: a connection that fell idle after the server closed would be kept for the next request, which never comes.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), stopPatience);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

async function answer(
  handle: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: Parameters<typeof sendResponse>[2] & { trustedProxies: number },
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    // Note: to abort costs an exception with its trace, so nobody is told who has all of the answer.
    if (!outgoing.writableFinished) gone.abort();
  });
  try {
    const response = await handle(toRequest(incoming, gone.signal, options.trustedProxies));
    // Note: what is left of a body that nobody wants would otherwise be read to its end, however long it is.
    if (!incoming.complete || options.stopping.aborted) outgoing.setHeader('connection', 'close');
    await sendResponse(response, outgoing, options);
  } catch {
    refuse(outgoing);
  }
}

/** What never became a request: a method or a target that HTTP does not know. */
function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(400, { connection: 'close', 'content-type': 'text/plain' }).end('Bad request\n');
}
