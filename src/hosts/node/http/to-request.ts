/** What Node received as the `Request` the backend takes; its body is read as it is asked for, and no further. */
import type { IncomingMessage } from 'node:http';

import { claimHeaders, readOrigin } from '#hosts/node/http/client-address.ts';

/**
 * Note: the backend learns its own address from the settings. What a request says of it is not believed, so the origin here is nobody's.
 * @throws {TypeError} for a target that is no path, and for what is older than HTTP/1.0.
 */
export function toRequest(incoming: IncomingMessage, signal: AbortSignal, trustedProxies: number): Request {
  const { method = 'GET', url = '', httpVersionMajor } = incoming;
  // Note: Node takes HTTP/0.9, which has no headers, and answers it with headers.
  if (httpVersionMajor < 1) throw new TypeError('Failed to read the request: it is older than HTTP/1.0.');
  if (!url.startsWith('/')) throw new TypeError('Failed to read the request: its target is no path.');
  const body = hasBody(incoming) ? streamBody(incoming) : null;
  const init = { method, headers: toHeaders(incoming, trustedProxies), signal, body, duplex: 'half' };
  return new Request(`http://room.invalid${url}`, init);
}

const hasBody = ({ method, headers }: IncomingMessage): boolean =>
  method !== 'GET' &&
  method !== 'HEAD' &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

function toHeaders(incoming: IncomingMessage, trustedProxies: number): Headers {
  const headers = new Headers(readOrigin(incoming, trustedProxies));
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    if (claimHeaders.has(name)) continue;
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** Note: giving up leaves the connection alone, because the answer that says why has to go out on it. */
function streamBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next: IteratorResult<unknown, unknown> = await chunks.next();
        if (next.done === true) controller.close();
        else if (next.value instanceof Uint8Array) controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
