/** Compresses what is made for one request: the page, and JSON. Files were compressed when they were built; a live feed never is. */
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

import { type Encoding, pickEncoding } from '#hosts/node/http/pick-encoding.ts';

const compressible = /^(text\/html|application\/(json|problem\+json))\b/;
/** Bytes. Below it, the answer is one packet either way. */
const worthwhile = 1_000;

/** Bytes. Up to here it takes less time than it would wait for a thread, behind files that are written. */
const quick = 32 * 1_024;
/** Bits of the window: more than what is quick needs, and little to set up. */
const quickWindow = 18;

// Note: qualities beyond these cost milliseconds and gain one per cent.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const quickBrotli = { params: { ...brotli.params, [constants.BROTLI_PARAM_LGWIN]: quickWindow } };

const compress: Readonly<Record<Encoding, (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>>> = {
  br: (bytes) =>
    bytes.byteLength <= quick ? brotliCompressSync(bytes, quickBrotli) : promisify(brotliCompress)(bytes, brotli),
  gzip: (bytes) => (bytes.byteLength <= quick ? gzipSync(bytes) : promisify(gzip)(bytes)),
};

export async function compressResponse(request: Request, response: Response): Promise<Response> {
  const { headers, body, status } = response;
  if (!body || request.method === 'HEAD' || !compressible.test(headers.get('content-type') ?? '')) return response;
  const encoding = pickEncoding(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const sent = new Headers(headers);
  sent.append('vary', 'accept-encoding');
  const isWorthwhile = encoding !== null && bytes.byteLength >= worthwhile;
  if (isWorthwhile) sent.set('content-encoding', encoding);
  const payload = isWorthwhile ? new Uint8Array(await compress[encoding](bytes)) : bytes;
  sent.set('content-length', String(payload.byteLength));
  return new Response(payload, { status, headers: sent });
}
