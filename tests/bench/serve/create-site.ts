/**
 * A build and the backend behind it as a function from request to response, the same for whatever is measured: files compressed
 * beforehand (brotli, as small as it goes), JSON compressed as it is answered.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { contentTypeOf } from '#tests/support/static-server.ts';

export type Site = (request: Request) => Promise<Response>;
type File = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

const compress = promisify(brotliCompress);

/** 11 = as small as it goes, for what is compressed once; 4 is quick enough for an answer. */
export const toBrotli = async (bytes: Uint8Array, quality = 11): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));

const isText = (type: string): boolean => /^text\/|json|svg/.test(type);

async function readSiteFile(path: string): Promise<File> {
  const bytes = new Uint8Array(await readFile(path));
  const type = contentTypeOf(path);
  const headers = {
    'content-type': type,
    'cache-control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return isText(type)
    ? { body: await toBrotli(bytes), headers: { ...headers, 'content-encoding': 'br' } }
    : { body: bytes, headers };
}

async function compressAnswer(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.includes('json')) return answer;
  const body = await toBrotli(new Uint8Array(await answer.arrayBuffer()), 4);
  const headers = new Headers(answer.headers);
  headers.set('content-encoding', 'br');
  headers.set('content-length', String(body.length));
  return new Response(body, { status: answer.status, headers });
}

/** Any path that is no file is the page; what is below `/api/` is the backend's. */
export async function createSite(folder: string, backend: Site): Promise<Site> {
  const paths = globSync(`${folder}/**/*.*`);
  const files = new Map<string, File>(
    await Promise.all(paths.map(async (path) => [`/${relative(folder, path)}`, await readSiteFile(path)] as const)),
  );
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return compressAnswer(await backend(request));
    const file = files.get(pathname) ?? files.get('/index.html');
    if (!file) throw new Error(`Failed to serve ${folder}: it has no page.`);
    return new Response(file.body, {
      headers: { ...file.headers, 'content-length': String(file.body.length) },
    });
  };
}
