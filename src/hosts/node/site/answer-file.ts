/** A file of the built room: compressed where the browser takes it, kept for ever where its name says what is in it. */
import { pickEncoding } from '#hosts/node/http/pick-encoding.ts';
import type { SiteFile } from '#hosts/node/site/load-site.ts';

/** Of the worker of pdf.js, which has a policy of its own: it compiles the decoders of pictures, and asks nobody for anything. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const filePolicy = "default-src 'none'";

/** The script for host pages (src/embed) is for pages of every origin, with `crossorigin` and `integrity` as well. */
const shared = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' };

export function answerFile(request: Request, file: SiteFile): Response {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'content-security-policy': file.path.includes('.worker.') ? workerPolicy : filePolicy,
    etag: file.etag,
    vary: 'accept-encoding',
    ...(file.path === '/embed.js' && shared),
  });
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
  if (isKnown(request, file.etag)) return new Response(null, { status: 304, headers });

  const encoding = pickEncoding(request);
  const encoded = encoding === null ? undefined : file.encoded[encoding];
  if (encoding !== null && encoded) headers.set('content-encoding', encoding);
  const bytes = encoded ?? file.bytes;
  headers.set('content-length', String(bytes.byteLength));
  return new Response(bytes, { headers });
}

const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
