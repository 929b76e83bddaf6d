/** Reads a request's body within its bound and parses it by the contract. Everything wrong with it is a 4xx naming the field. */
import type * as z from 'zod/mini';

import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';

/** @throws {AppError} `body-too-large` as soon as the bound is passed, whatever Content-Length says; `malformed-request` when it breaks off. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('body-too-large');
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readChunks(request.body)) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('body-too-large');
    chunks.push(chunk);
  }
  return concatenate(chunks, size);
}

async function* readChunks(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(toBrokenOff);
      if (done) return;
      yield value;
    }
  } finally {
    // Note: what broke off already refuses to be cancelled.
    await reader.cancel().catch(() => undefined);
  }
}

/** The sender went away in the middle; there is nobody to tell, and nothing of ours went wrong. */
const toBrokenOff = (cause: unknown): never => {
  throw new AppError('malformed-request', {}, { cause });
};

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** @throws {AppError} `unsupported-media-type`, `malformed-request` or `invalid-input`. */
export async function readJson<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported-media-type');
  const bytes = await readBytes(request, limits.jsonBytes);
  const input = decodeJson(bytes);
  assertDepth(input);
  return parseInput(schema, input);
}

function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      throw new AppError('malformed-request');
    }
    throw error;
  }
}

/** Before any schema walks it. @throws {AppError} `invalid-input` */
function assertDepth(input: unknown): void {
  const deep = listInner(input).find(([, value]) => isDeeperThan(limits.jsonDepth, value));
  if (deep) throw new AppError('invalid-input', { fields: [{ path: toFieldPath([deep[0]]), message: 'too_deep' }] });
}

const isDeeperThan = (depth: number, value: unknown): boolean =>
  listInner(value).some(([, inner]) => depth === 1 || isDeeperThan(depth - 1, inner));

const listInner = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const maxNamedFields = 20;

/** @throws {AppError} `invalid-input` with the path of each field that is wrong. */
export function parseInput<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, maxNamedFields).flatMap(listFields);
  throw new AppError('invalid-input', { fields: fields.slice(0, maxNamedFields) });
}

const listFields = (issue: z.core.$ZodIssue) =>
  (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).map((path) => ({
    path: toFieldPath(path),
    message: issue.code,
  }));

const namePattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Note: names that the contract would never use were made up by the sender, and are not sent back to anybody. */
const toFieldPath = (path: readonly PropertyKey[]): string =>
  path.map((name) => (namePattern.test(String(name)) ? String(name) : '?')).join('.');
