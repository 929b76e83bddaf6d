/** An answer as it is on the wire: nothing decompressed, and the path sent as it is written. */
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

type Sent = { headers?: Readonly<Record<string, string>>; method?: string };

export async function askRaw(origin: string, path: string, { headers = {}, method = 'GET' }: Sent = {}) {
  const { hostname, port } = new URL(origin);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ hostname, port, path, method, headers }, resolve).once('error', reject).end();
  });
  const bytes = await buffer(response);
  return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString('utf8') };
}
