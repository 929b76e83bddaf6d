/** Compresses what is made for one request: the page, and JSON. Files were compressed when they were built; a live feed never is. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { type Encoding, pickEncoding } from '#hosts/node/http/pick-encoding.ts';

const compressible = /^(text\/html|application\/(json|problem\+json))\b/;
/** Bytes. Below it, the answer is one packet either way. */
const worthwhile = 1_000;

// Note: qualities beyond these cost milliseconds and gain one per cent.
const compress: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>>> = {
  br: async (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).then(copyBytes),
  gzip: async (bytes) => promisify(gzip)(bytes, { level: 6 }).then(copyBytes),
};

const copyBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export async function compressResponse(request: Request, response: Response): Promise<Response> {
  const { headers, body, status } = response;
  if (!body || request.method === 'HEAD' || !compressible.test(headers.get('content-type') ?? '')) return response;
  const encoding = pickEncoding(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const sent = new Headers(headers);
  sent.append('vary', 'accept-encoding');
  const isWorthwhile = encoding !== null && bytes.byteLength >= worthwhile;
  if (isWorthwhile) sent.set('content-encoding', encoding);
  const payload = isWorthwhile ? await compress[encoding](bytes) : bytes;
  sent.set('content-length', String(payload.byteLength));
  return new Response(payload, { status, headers: sent });
}
