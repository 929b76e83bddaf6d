/**
 * The bytes of a file as a download: named, never run, shown in no frame, kept by nobody in between. Of a type that no browser runs, whatever
 * is stored; one part of it, when one is asked for.
 */
import { acceptedTypes } from '#contract/document-request.ts';
import type { FileInfo } from '#contract/file.ts';

const inertTypes: readonly string[] = acceptedTypes;

export function toFileResponse(request: Request, file: FileInfo, bytes: Uint8Array<ArrayBuffer>): Response {
  const headers = {
    'content-type': inertTypes.includes(file.type) ? file.type : 'application/octet-stream',
    'content-disposition': toDisposition(file.name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256}"`,
  };
  const size = bytes.byteLength;
  const part = readRange(request, headers.etag, size);
  if (part === null) return new Response(bytes, { headers: { ...headers, 'content-length': String(size) } });
  const { start, end } = part;
  if (start >= end)
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  return new Response(bytes.subarray(start, end), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start),
      'content-range': `bytes ${start}-${end - 1}/${size}`,
    },
  });
}

/**
 * RFC 9110, 14.2: one range; several, or none that can be read, count as none, and so does one of an older file. Empty: it lies
 * outside.
 */
function readRange({ headers }: Request, etag: string, size: number): { start: number; end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range') ?? '') ?? [];
  if ((first === '' && last === '') || (headers.get('if-range') ?? etag) !== etag) return null;
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  if (last !== '' && Number(last) < Number(first)) return null;
  return { start: Number(first), end: last === '' ? size : Math.min(size, Number(last) + 1) };
}

/** RFC 6266, with a name in ASCII for whoever cannot read RFC 8187. Note: half a surrogate pair, which JSON lets through, would throw. */
function toDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
