/**
 * The tus 1.0 frame around an upload endpoint: the protocol version is checked first and named in every answer, refusals
 * included. What the headers say is read here, so that the endpoints see numbers.
 */
import type { UploadMetadata } from '#contract/document-request.ts';
import { attachmentMetadataSchema, uploadMetadataSchema } from '#contract/document-request.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { AppError } from '#backend/app-error.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { type Call, type Route, route } from '#backend/http/route.ts';

const version = '1.0.0';
const maxMetadataLength = 4_096;

export function tusRoute(
  endpoint: Endpoint<'bytes' | null, null, 'customer'>,
  handler: (call: Call) => Promise<{ status: 200 | 201 | 204; headers?: Record<string, string> }>,
): Route {
  return route(endpoint, async (call) => {
    if (call.request.headers.get('tus-resumable') !== version) {
      throw new AppError('tus-version-unsupported', {}, { headers: { 'tus-version': version } });
    }
    // Note: the router answers GET where HEAD is registered.
    if (call.request.method !== endpoint.method) throw new AppError('method-not-allowed');
    const { status, headers } = await handler(call).catch((error: unknown) => {
      throw error instanceof AppError ? error.with({ 'tus-resumable': version }) : error;
    });
    return new Response(null, {
      status,
      headers: { 'tus-resumable': version, 'cache-control': 'no-store', ...headers },
    });
  });
}

/** A header that holds a count of bytes. @throws `invalid-input` */
export function readByteCount({ request }: Call, header: 'Upload-Length' | 'Upload-Offset', minimum: 0 | 1): number {
  const text = request.headers.get(header) ?? '';
  const count = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (count < minimum) throw invalidHeader(header);
  return count;
}

/** `Upload-Metadata`: pairs of a key and a base64 value, separated by commas. @throws `invalid-input` naming what is wrong. */
export function readMetadata({ request }: Call): UploadMetadata {
  const text = request.headers.get('upload-metadata') ?? '';
  if (text.length > maxMetadataLength) throw invalidHeader('Upload-Metadata');
  const pairs = text.split(',').map((pair) => {
    const [key = '', value = ''] = pair.trim().split(' ');
    return [key, decodeBase64(value)] as const;
  });
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw invalidHeader('Upload-Metadata');
  const metadata = Object.fromEntries(pairs);
  return 'purpose' in metadata
    ? parseInput(attachmentMetadataSchema, metadata)
    : parseInput(uploadMetadataSchema, metadata);
}

function decodeBase64(value: string): string {
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Note: `atob` and the decoder throw different classes in different runtimes; either way the header is wrong.
    throw invalidHeader('Upload-Metadata');
  }
}

const invalidHeader = (path: string) => new AppError('invalid-input', { fields: [{ path, message: 'invalid' }] });
